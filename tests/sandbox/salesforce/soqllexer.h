// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/salesforce/apitypes.h"

#include <QList>
#include <QString>

namespace companion::sandbox {

enum class TokenKind {
    Word,
    Text,
    Number,
    Date,
    DateTime,
    Operator,
    Open,
    Close,
    Comma,
    Colon,
    End
};

struct Token
{
    TokenKind kind = TokenKind::End;
    //! As written; for Text the content with its escapes undone.
    QString text;
    //! For Text: the content where escaped LIKE wildcards keep their backslash.
    QString pattern;
    qsizetype position = 0;

    [[nodiscard]] bool isWord(QLatin1StringView word) const
    {
        return kind == TokenKind::Word && text.compare(word, Qt::CaseInsensitive) == 0;
    }
};

//! \brief Where something is wrong in a statement, shown the way Salesforce does (salesforce-api.md
//! 2.2): the statement, a caret, row and column, the sentence.
[[nodiscard]] ApiError statementError(const QString& code, const QString& statement,
                                      qsizetype position, const QString& sentence);

//! \brief Cuts a statement into tokens, from an offset on; the last one is always End.
[[nodiscard]] Outcome<QList<Token>> tokenize(const QString& statement, qsizetype from,
                                             const QString& errorCode);

} // namespace companion::sandbox
