// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <algorithm>

namespace companion::bench {

//! What \p percent of the times \p taken don't exceed.
template <typename T>
T percentile(QList<T> taken, int percent)
{
    std::sort(taken.begin(), taken.end());
    return taken.at(taken.size() * percent / 100);
}

} // namespace companion::bench
