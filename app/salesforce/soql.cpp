// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/soql.h"

namespace companion::salesforce {

using namespace Qt::StringLiterals;

QString soqlLiteral(const QString& text)
{
    QString out = u"'"_s;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'\\':
        case u'\'':
        case u'"':
            out += u'\\';
            out += c;
            break;
        case u'\n':
            out += R"(\n)"_L1;
            break;
        case u'\r':
            out += R"(\r)"_L1;
            break;
        case u'\t':
            out += R"(\t)"_L1;
            break;
        default:
            if (c.unicode() >= 0x20)
                out += c;
        }
    }
    return out + u'\'';
}

QString soqlTime(const QDateTime& time)
{
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
}

QString soslTerm(const QString& text)
{
    static const QString reserved = uR"(?&|!{}[]()^~*:\"'+-)"_s;
    QString out;
    for (const QChar c : text) {
        if (reserved.contains(c))
            out += u'\\';
        out += c.unicode() < 0x20 ? QChar(u' ') : c;
    }
    return out;
}

bool isFieldName(const QString& name)
{
    bool isStart = true;
    for (const QChar c : name) {
        const bool isLetter = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
        const bool isInner = (c >= u'0' && c <= u'9') || c == u'_';
        if (c == u'.' && !isStart)
            isStart = true;
        else if (isLetter || (isInner && !isStart))
            isStart = false;
        else
            return false;
    }
    return !isStart;
}

} // namespace companion::salesforce
