// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/phonenumber.h"

#include <QFile>
#include <QList>
#include <QRegularExpression>

#include <algorithm>

namespace companion::testing {

//! Cells of a tab-separated table in tests/data/numbers, without comments and empty lines; \uXXXX
//! and \n in it stand for characters.
struct TableRow
{
    int line = 0;
    QStringList cells = {};
};

inline QString unescaped(const QString& cell)
{
    static const QRegularExpression escape(QStringLiteral("\\\\(?:u([0-9A-Fa-f]{4})|([nt]))"));
    QString out;
    qsizetype end = 0;
    auto found = escape.globalMatch(cell);
    while (found.hasNext()) {
        const auto match = found.next();
        out += cell.mid(end, match.capturedStart() - end);
        if (match.captured(2).isEmpty())
            out += QChar(match.captured(1).toUShort(nullptr, 16));
        else
            out += QLatin1Char(match.captured(2) == QStringLiteral("n") ? '\n' : '\t');
        end = match.capturedEnd();
    }
    return out + cell.mid(end);
}

inline QList<TableRow> tableRows(const QString& name)
{
    QFile file(QStringLiteral(COMPANION_TEST_DATA "/numbers/") + name);
    QList<TableRow> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    const auto lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i).isEmpty() || lines.at(i).startsWith(QLatin1Char('#')))
            continue;
        TableRow row{.line = static_cast<int>(i + 1)};
        for (const auto& cell : lines.at(i).split(QLatin1Char('\t')))
            row.cells.append(unescaped(cell));
        rows.append(row);
    }
    return rows;
}

//! "US", "US 415", "DE 30 0", "DE - 0": region, area code, outside-line prefix.
inline NumberRules siteRules(const QString& site)
{
    const auto parts = site.split(QLatin1Char(' '));
    const auto part = [&parts](qsizetype i) {
        const QString text = parts.value(i);
        return text == QStringLiteral("-") ? QString() : text;
    };
    NumberRules rules;
    rules.region = part(0);
    rules.areaCode = part(1);
    rules.outsidePrefix = part(2);
    rules.ownExtension = QStringLiteral("1001");
    rules.ownNumbers = QStringList{QStringLiteral("+1 415 555 0100")};
    return rules;
}

} // namespace companion::testing
