// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/salesforce/apitypes.h"
#include "tests/sandbox/salesforce/soqllexer.h"
#include "tests/sandbox/salesforce/soqlstatement.h"

#include <QDateTime>

namespace companion::sandbox {

//! \brief Walks over the tokens of a statement; the grammar parts that SOQL and SOSL share. After a
//! failure `error()` holds it and every later step fails too.
class ClauseParser
{
public:
    ClauseParser(QString statement, QList<Token> tokens, QString errorCode, QDateTime now);

    [[nodiscard]] const Token& peek(qsizetype ahead = 0) const;
    Token take();
    bool takeWord(QLatin1StringView word);
    bool takeKind(TokenKind kind);
    bool expectWord(QLatin1StringView word);
    bool expectKind(TokenKind kind);
    [[nodiscard]] bool hasFailed() const { return m_error.has_value(); }
    [[nodiscard]] const ApiError& error() const { return *m_error; }
    void failAt(const Token& token);
    void failWith(const ApiError& error);

    FieldPath fieldPath();
    //! \brief WHERE, WITH, ORDER BY, LIMIT and OFFSET, each if it is there, in that order.
    Clauses clauses();
    std::optional<int> count();

private:
    Condition logical();
    Condition conditional();
    Condition comparison();
    std::optional<Comparison> comparisonSign();
    Literal literal();
    Literal dateRange(const Token& word);
    void literalList(Condition& condition);
    SortKey sortKey();

    QString m_statement;
    QList<Token> m_tokens;
    QString m_errorCode;
    QDateTime m_now;
    qsizetype m_at = 0;
    int m_depth = 0;
    std::optional<ApiError> m_error;
};

//! \brief Reads a whole query; `now` gives relative dates as TODAY their meaning.
[[nodiscard]] Outcome<SoqlStatement> parseSoql(const QString& statement, const QDateTime& now);

} // namespace companion::sandbox
