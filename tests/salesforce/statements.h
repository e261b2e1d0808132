// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/salesforce/describe.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace companion::test {

//! A statement that the client can send, and why it is among the examples.
struct Statement
{
    enum class Language { Soql, Sosl };

    Language language = Language::Soql;
    QString text;
    QString title;
};

//! Text that tries to break out of a statement, or is hard to read in another way.
QStringList hostileTexts();

//! Shapes as an org with many fields of its own has them.
salesforce::Shapes richShapes();

//! \brief Every statement that we can build, over ordinary and hostile input.
QList<Statement> allStatements();

} // namespace companion::test
