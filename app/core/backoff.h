// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

namespace companion {

//! \brief How long to wait before try \p attempt (0: the first retry), doubling up to \p longest.
//!
//! \p share in [0,1) comes from a random generator: the wait is spread over half of itself, so that
//! hundreds of desktops don't come back in the same second.
inline std::chrono::milliseconds backoffDelay(int attempt, double share,
                                              std::chrono::milliseconds first,
                                              std::chrono::milliseconds longest)
{
    const auto doubled = first * (1LL << std::clamp(attempt, 0, 20));
    const auto full = std::min<std::chrono::milliseconds>(doubled, longest);
    const auto half = full / 2;
    return half
        + std::chrono::milliseconds(
               static_cast<long long>(static_cast<double>(half.count()) * share));
}

} // namespace companion
