// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prints every statement as JSON, for the referee.
#include "tests/salesforce/statements.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace companion;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QJsonArray list;
    for (const auto& statement : test::allStatements())
        list.append(QJsonObject{
            {u"language"_s,
             statement.language == test::Statement::Language::Soql ? u"soql"_s : u"sosl"_s},
            {u"text"_s, statement.text},
            {u"title"_s, statement.title}});
    const auto json = QJsonDocument(list).toJson(QJsonDocument::Compact);
    std::fwrite(json.constData(), 1, static_cast<std::size_t>(json.size()), stdout);
    return 0;
}
