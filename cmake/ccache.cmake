# Compiles through ccache where it is installed. The presets include this file before the first project().
find_program(PLEIN_CCACHE ccache)
if(PLEIN_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${PLEIN_CCACHE}" CACHE STRING "compiler launcher")
endif()
