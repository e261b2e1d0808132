// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/logging.h"

#include <QRegularExpression>

namespace companion {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcApp, "companion.app", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCalls, "companion.calls", QtInfoMsg)
Q_LOGGING_CATEGORY(lcPbx, "companion.pbx", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCrm, "companion.crm", QtInfoMsg)
Q_LOGGING_CATEGORY(lcJournal, "companion.journal", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNet, "companion.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStorage, "companion.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(lcPlatform, "companion.platform", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "companion.ui", QtInfoMsg)

QString redactedNumber(QStringView number)
{
    QString digits;
    for (const QChar c : number)
        if (c.isDigit())
            digits += c;
    return u"(%1 digits …%2)"_s.arg(digits.size()).arg(digits.right(digits.size() > 4 ? 2 : 0));
}

QString redactedLine(QString text)
{
    static const QRegularExpression secrets(
        u"((?:access_token|refresh_token|api_key|password|client_secret|code_verifier|code|token|"
        u"secret|sid|state)"
        "[\"']?\\s*[=:]\\s*[\"']?)[^\\s\"'&,;}]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bearer(u"((?:Bearer|Basic)\\s+)\\S+"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression address(u"\\b((?:https?|wss?)://)[^\\s\"'<>]+"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression sessionId(u"\\b00D[A-Za-z0-9]{9,15}![A-Za-z0-9._]+"_s);
    static const QRegularExpression mail(u"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+"_s);
    static const QRegularExpression digits(u"\\+?\\d(?:[ ().\\-/]{0,2}\\d){4,}"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    text.replace(address, u"\\1…"_s);
    text.replace(secrets, u"\\1…"_s);
    text.replace(bearer, u"\\1…"_s);
    text.replace(sessionId, u"…"_s);
    text.replace(mail, u"(mail)"_s);
    text.replace(digits, u"(number)"_s);
    return text;
}

} // namespace companion
