// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callevent.h"
#include "app/core/crmmatch.h"
#include "app/core/phonenumber.h"
#include "ui/dialogs/dialbox.h"

namespace companion {

//! A record's numbers, one suggestion for each.
QList<DialSuggestion> suggestionsOf(const CrmMatch& match);
DialSuggestion suggestionOf(const Colleague& colleague);

//! Whether \p suggestion has what was typed: in its name, its company, or digits of its number.
bool isMeant(const DialSuggestion& suggestion, const QString& typed);

//! \brief The best of \p all for what was typed, each line of a person once.
//!
//! Names that begin with it come before names with a word that does, those before companies and
//! numbers; among equals the order of \p all counts.
QList<DialSuggestion> rankedSuggestions(const QString& typed, const QList<DialSuggestion>& all,
                                        const NumberRules& rules, qsizetype most);

} // namespace companion
