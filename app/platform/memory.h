// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace companion::platform {

//! Before anything is allocated: pictures of windows are given back as soon as they are freed, and
//! threads share one heap. glibc only; elsewhere it does nothing.
void keepHeapSmall();

//! What was freed goes back to the system; takes about a millisecond. For quiet moments.
void giveBackHeap();

//! Lets go of the code that is mapped, nearly all of which only the start needed; what is used
//! again comes back from the system's file cache, page by page. Mapped code is the last that Linux
//! takes from a program when memory is short; this makes ours the first. Linux only.
void giveBackCode();

} // namespace companion::platform
