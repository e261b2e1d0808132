// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/plaintext.h"

namespace companion::text {

using namespace Qt::StringLiterals;

namespace {

    constexpr char16_t zeroWidthJoiner = 0x200d; // holds emoji families and Indic letters together
    constexpr char16_t zeroWidthNonJoiner = 0x200c; // needed in Persian
    constexpr char16_t firstIsolate = 0x2068;
    constexpr char16_t popIsolate = 0x2069;
    constexpr int mostMarksInARow = 3; // more is decoration that runs over the lines around it

    bool isJoiner(QChar letter)
    {
        return letter == zeroWidthJoiner || letter == zeroWidthNonJoiner;
    }

    //! Format characters (bidi overrides, zero-width spaces, tags), controls and private ones.
    bool isUnwanted(QChar letter)
    {
        const auto category = letter.category();
        return category == QChar::Other_Control || category == QChar::Other_PrivateUse
            || (category == QChar::Other_Format && !isJoiner(letter));
    }

    bool isVisible(QChar letter)
    {
        return !letter.isSpace() && !letter.isMark() && !isJoiner(letter)
            && letter.category() != QChar::Other_Format;
    }

    bool isIsolate(QChar letter)
    {
        return letter >= QChar(0x2066) && letter <= QChar(popIsolate);
    }

    enum class Keep { Nothing, Lines, Isolates };

    bool isKept(QChar letter, Keep keep)
    {
        return !isUnwanted(letter) || (keep == Keep::Lines && letter == u'\n')
            || (keep == Keep::Isolates && isIsolate(letter));
    }

    void cutShort(QString& text)
    {
        if (text.back().isHighSurrogate())
            text.chop(1);
        text.append(u'…');
    }

    QString cleaned(const QString& text, qsizetype limit, Keep keep)
    {
        QString clean;
        clean.reserve(qMin(text.size(), limit));
        int marks = 0;
        bool hasSomething = false;
        for (const QChar letter : text) {
            if (clean.size() >= limit) {
                cutShort(clean);
                break;
            }
            const bool isLine = keep == Keep::Lines && letter == u'\n';
            if (letter.isSpace() && !isLine) {
                if (!clean.isEmpty() && !clean.back().isSpace())
                    clean.append(u' ');
                continue;
            }
            if (!isKept(letter, keep))
                continue;
            marks = letter.isMark() ? marks + 1 : 0;
            if (marks > mostMarksInARow)
                continue;
            hasSomething = hasSomething || isVisible(letter);
            clean.append(letter);
        }
        return hasSomething ? clean.trimmed() : QString();
    }

} // namespace

QString plain(const QString& fromOutside, qsizetype limit)
{
    return cleaned(fromOutside, limit, Keep::Nothing);
}

QString plainLines(const QString& fromOutside, qsizetype limit)
{
    return cleaned(fromOutside, limit, Keep::Lines);
}

QString isolated(const QString& fromOutside, qsizetype limit)
{
    const QString clean = plain(fromOutside, limit);
    return clean.isEmpty() ? clean : QString(QChar(firstIsolate) + clean + QChar(popIsolate));
}

QString composed(const QString& sentence, qsizetype limit)
{
    return cleaned(sentence, limit, Keep::Isolates);
}

QString toolTip(const QString& plainText)
{
    return plainText.isEmpty()
        ? QString()
        : QString(u"<p style='white-space:pre-wrap'>"_s + plainText.toHtmlEscaped() + u"</p>"_s);
}

} // namespace companion::text
