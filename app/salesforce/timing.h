// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace companion::salesforce {

//! How long the client waits for what, and how long it remembers; tests shorten it.
struct Timing
{
    std::chrono::milliseconds browser{120000}; //!< what the Salesforce CLI gives people, too
    std::chrono::milliseconds firstRetry{1000};
    std::chrono::milliseconds longestRetry{300000};
    std::chrono::milliseconds lockedRow{400}; //!< first wait for a row that others are writing
    std::chrono::milliseconds usageNews{5000}; //!< the API budget is told no more often
    std::chrono::milliseconds question{10000}; //!< a lookup that takes longer is of no use
    std::chrono::milliseconds foundAnswer{30000}; //!< how long a lookup's answer is good
    std::chrono::milliseconds emptyAnswer{60000};
    std::chrono::milliseconds created{900000}; //!< longer than any search index lags (4.1)
    std::chrono::milliseconds describes{86400000};
};

} // namespace companion::salesforce
