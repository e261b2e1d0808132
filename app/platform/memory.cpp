// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/memory.h"

#include <cstdint>
#include <cstdlib>

#if defined(__GLIBC__)
#include <malloc.h>
#endif
#if defined(__linux__)
#include <link.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace companion::platform {

namespace {

#if defined(__linux__)
    //! Only what can never have been changed since it was read from the file.
    bool isReadOnly(const ElfW(Phdr) & part)
    {
        return part.p_type == PT_LOAD && (part.p_flags & PF_W) == 0;
    }

    bool hasRelocatedCode(const dl_phdr_info& object)
    {
        for (int i = 0; i < object.dlpi_phnum; ++i) {
            const auto& part = object.dlpi_phdr[i];
            if (part.p_type != PT_DYNAMIC)
                continue;
            // The loader tells addresses as numbers. NOLINTNEXTLINE(performance-no-int-to-ptr)
            const auto* entry = reinterpret_cast<const ElfW(Dyn)*>(object.dlpi_addr + part.p_vaddr);
            for (; entry->d_tag != DT_NULL; ++entry)
                if (entry->d_tag == DT_TEXTREL)
                    return true;
        }
        return false;
    }

    int giveBackObject(dl_phdr_info* object, std::size_t /*size*/, void* /*data*/)
    {
        if (hasRelocatedCode(*object))
            return 0;
        const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
        for (int i = 0; i < object->dlpi_phnum; ++i) {
            const auto& part = object->dlpi_phdr[i];
            if (!isReadOnly(part))
                continue;
            // Whole pages inside: at its edges a part may share a page with one that is written.
            const std::uintptr_t begin = object->dlpi_addr + part.p_vaddr;
            const std::uintptr_t from = (begin + page - 1) / page * page;
            const std::uintptr_t to = (begin + part.p_filesz) / page * page;
            if (to > from) // NOLINTNEXTLINE(performance-no-int-to-ptr): told as a number, see above
                madvise(reinterpret_cast<void*>(from), to - from, MADV_DONTNEED);
        }
        return 0;
    }
#endif

} // namespace

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

void giveBackHeap()
{
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}

void giveBackCode()
{
#if defined(__linux__)
    dl_iterate_phdr(giveBackObject, nullptr);
#endif
}

} // namespace companion::platform
