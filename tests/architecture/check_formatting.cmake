# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
file(GLOB_RECURSE files ${SOURCE}/app/*.h ${SOURCE}/app/*.cpp ${SOURCE}/ui/*.h ${SOURCE}/ui/*.cpp ${SOURCE}/tests/*.h ${SOURCE}/tests/*.cpp)
execute_process(COMMAND ${CLANG_FORMAT} --version OUTPUT_VARIABLE version)
if(NOT version MATCHES "version 14")
    message("skipped: the format is defined by clang-format 14, here is ${version}")
    return()
endif()
execute_process(COMMAND ${CLANG_FORMAT} --dry-run -Werror ${files} RESULT_VARIABLE bad ERROR_VARIABLE text)
if(bad)
    string(SUBSTRING "${text}" 0 4000 text)
    message(FATAL_ERROR "Not formatted as .clang-format says:\n${text}")
endif()
