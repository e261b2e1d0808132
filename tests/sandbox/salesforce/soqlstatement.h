// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace companion::sandbox {

//! \brief A field as named in a statement: `Account.Owner.Name` is three parts.
struct FieldPath
{
    QStringList parts;
    qsizetype position = 0;

    [[nodiscard]] QString written() const { return parts.join(u'.'); }
};

enum class LiteralKind { Null, Text, Number, Boolean, Date, DateTime, DateRange };

struct Literal
{
    LiteralKind kind = LiteralKind::Null;
    QString text;
    QString pattern;
    double number = 0;
    bool truth = false;
    QDate date;
    //! For DateTime the moment itself; for DateRange its beginning.
    QDateTime from;
    //! For DateRange: where it ends, not included.
    QDateTime until;
    qsizetype position = 0;
};

enum class Comparison {
    Equal,
    NotEqual,
    Less,
    Greater,
    LessOrEqual,
    GreaterOrEqual,
    Like,
    In,
    NotIn
};

enum class ConditionKind { Compare, And, Or, Not };

struct Condition
{
    ConditionKind kind = ConditionKind::Compare;
    QList<Condition> children;
    FieldPath path;
    Comparison comparison = Comparison::Equal;
    QList<Literal> literals;
};

struct SortKey
{
    FieldPath path;
    bool descending = false;
    bool nullsLast = false;
};

//! \brief What can follow the object's name: in SOQL after FROM, in SOSL inside RETURNING.
struct Clauses
{
    std::optional<Condition> where;
    QList<SortKey> orderBy;
    std::optional<int> limit;
    int offset = 0;
};

struct SoqlStatement
{
    QString text;
    bool countOnly = false;
    QList<FieldPath> fields;
    //! FIELDS(STANDARD), FIELDS(CUSTOM) or FIELDS(ALL); empty without.
    QString fieldGroup;
    QString object;
    qsizetype objectPosition = 0;
    QString alias;
    Clauses clauses;
};

} // namespace companion::sandbox
