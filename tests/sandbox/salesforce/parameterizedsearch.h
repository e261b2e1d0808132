// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/salesforce/apitypes.h"
#include "tests/sandbox/salesforce/searchindex.h"
#include "tests/sandbox/salesforce/soslparser.h"

#include <QJsonObject>

namespace companion::sandbox {

//! \brief The GET form of a parameterized search in the shape of its POST form
//! (salesforce-api.md 3.3).
[[nodiscard]] QJsonObject searchRequestOf(const Parameters& parameters);

[[nodiscard]] Outcome<SoslStatement> parseSearchRequest(const QJsonObject& request,
                                                        const QDateTime& now);

//! \brief Names that begin as typed (search/suggestions).
[[nodiscard]] Outcome<QJsonObject> runSuggestions(const ReadContext& context,
                                                  const Parameters& parameters,
                                                  const SearchOptions& options,
                                                  const QDateTime& now);

} // namespace companion::sandbox
