// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/salesforce/apitypes.h"
#include "tests/sandbox/salesforce/soqlstatement.h"

#include <QDateTime>

namespace companion::sandbox {

//! Wildcards inside a term, told from escaped ones by standing in Unicode's private area.
inline constexpr QChar anyCharacters(0xE000);
inline constexpr QChar oneCharacter(0xE001);

enum class SearchKind { Term, Phrase, And, Or, AndNot };

struct SearchExpression
{
    SearchKind kind = SearchKind::Term;
    QString text;
    QList<SearchExpression> children;
};

enum class SearchScope { All, Name, Email, Phone };

struct ReturnedObject
{
    QString object;
    qsizetype position = 0;
    QList<FieldPath> fields;
    Clauses clauses;
};

struct SoslStatement
{
    QString text;
    SearchExpression expression;
    SearchScope scope = SearchScope::All;
    QList<ReturnedObject> returning;
    std::optional<int> limit;
};

//! \brief Reads `FIND {…} …`, strict about what has to be escaped (salesforce-api.md 3.2).
[[nodiscard]] Outcome<SoslStatement> parseSosl(const QString& statement, const QDateTime& now);

//! \brief Reads what stands between the braces, from `from` up to `until`.
[[nodiscard]] Outcome<SearchExpression> parseSearchExpression(const QString& statement,
                                                              qsizetype from, qsizetype until);

[[nodiscard]] std::optional<SearchScope> searchScopeNamed(const QString& name);

} // namespace companion::sandbox
