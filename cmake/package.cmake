# What the Debian package holds; scripts/package makes it. It starts nothing: a new version serves once the tables are
# migrated (docs/admin.md, Upgrade).
include(GNUInstallDirs)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
install(TARGETS plein)
install(DIRECTORY webclient/dist/ DESTINATION share/plein/webclient)
install(FILES config/plein.toml DESTINATION share/plein/config)
install(DIRECTORY config/nginx config/haproxy DESTINATION share/plein/config)
install(FILES docs/admin.md CHANGELOG.md DESTINATION share/doc/plein)
install(FILES LICENSE DESTINATION share/doc/plein RENAME copyright)
install(FILES config/systemd/plein.service DESTINATION /lib/systemd/system)
install(DIRECTORY DESTINATION /etc/plein)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
    WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_CONTACT "Plein")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Internal social network: groups, tabs and posts, live on every screen")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "adduser, ca-certificates")  # previews: whom to believe on the Internet
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "postgresql (>= 15), redis-server")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${CMAKE_SOURCE_DIR}/config/debian/postinst ${CMAKE_SOURCE_DIR}/config/debian/prerm
    ${CMAKE_SOURCE_DIR}/config/debian/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
