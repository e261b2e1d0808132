// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/memory.h"

#include <cstdlib>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace companion::platform {

void keepHeapSmall()
{
#if defined(__GLIBC__)
    // Set by hand, the threshold stays: glibc's own grows with the largest block ever freed, and
    // then the pictures lie in between everything else.
    constexpr int picture = 64 * 1024;
    mallopt(M_MMAP_THRESHOLD, picture);
    mallopt(M_TRIM_THRESHOLD, 2 * picture);
    mallopt(M_ARENA_MAX, 1);
#endif
}

void giveBackMemory()
{
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}

} // namespace companion::platform
