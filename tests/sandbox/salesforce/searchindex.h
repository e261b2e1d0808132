// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/salesforce/selection.h"
#include "tests/sandbox/salesforce/soslparser.h"

#include <QJsonArray>

#include <chrono>

namespace companion::sandbox {

enum class IndexReading { Pessimistic, Optimistic };

struct SearchOptions
{
    //! How long a new or changed row takes to become searchable, while SOQL sees it at once.
    std::chrono::milliseconds delay{120'000};
    IndexReading reading = IndexReading::Pessimistic;
    //! How many hits of the index are looked at for each object, before any filter.
    std::optional<int> crowding;
};

//! \brief The words under which a phone number is found (salesforce-api.md 4.3).
[[nodiscard]] QStringList phoneTokens(const QString& number, IndexReading reading);
//! \brief The words of a text: each undivided string and its parts.
[[nodiscard]] QStringList textTokens(const QString& text, IndexReading reading);

[[nodiscard]] Outcome<QJsonArray> runSearch(const ReadContext& context, const SoslStatement& search,
                                            const SearchOptions& options, const QDateTime& now);

} // namespace companion::sandbox
