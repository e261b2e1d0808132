// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace companion {

//! \brief The words of one start of the program, sorted (DESIGN 5). Nothing is carried out here.
struct CommandLine
{
    QString profile = QStringLiteral("default");
    QString policyFile = {};
    QString logLevel = {};
    QString logFile = {};
    bool isMinimized = false;
    bool wantsHelp = false;
    bool wantsVersion = false;
    bool wantsJson = false;
    QString command = {}; //!< empty: start, or show the running one's window
    QStringList arguments = {}; //!< behind the command
    QHash<QString, QString> options =
        {}; //!< of the command: "call", "limit", "kind", …; flags have "1"
    QJsonObject rest = {}; //!< never typed: where an answer that comes in parts goes on

    friend bool operator==(const CommandLine&, const CommandLine&) = default;
};

//! Rejected, with a sentence in `detail`, for words that mean nothing.
Result<CommandLine> readCommandLine(const QStringList& words);

//! Makes the file names in it absolute: they are meant from \p folder, where the words were typed.
void makePathsAbsolute(CommandLine& line, const QString& folder);

//! What --help prints.
QString helpText();

} // namespace companion
