# plein_embed_migrations(OUTPUT FILES...)   Writes OUTPUT: one raw string per NNNN_name.sql, in order of its number.
function(plein_embed_migrations output)
    set(embedded "#include \"storage/migrate.hpp\"\n\nnamespace plein::storage {\n\n")
    string(APPEND embedded "const std::vector<Migration>& migrations() {\n    static const std::vector<Migration> all{\n")
    foreach(file ${ARGN})
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
        get_filename_component(name ${file} NAME_WE)
        string(REGEX REPLACE "^0*([0-9]+)_.*" "\\1" number ${name})  # C++ would read a leading zero as octal
        file(READ ${file} sql)
        string(APPEND embedded "        {${number}, \"${name}\", R\"plein_sql(${sql})plein_sql\"},\n")
    endforeach()
    string(APPEND embedded "    };\n    return all;\n}\n\n}  // namespace plein::storage\n")
    file(CONFIGURE OUTPUT ${output} CONTENT "${embedded}" @ONLY)
endfunction()

file(GLOB migration_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/storage/migrations/*.sql)
list(SORT migration_files)
plein_embed_migrations(${CMAKE_BINARY_DIR}/migrations.cpp ${migration_files})
target_sources(plein_storage PRIVATE ${CMAKE_BINARY_DIR}/migrations.cpp)
