// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace companion::test {

//! \brief What keeps \p said from being one sentence for a person; empty when nothing does.
inline QString complaintAbout(const QString& said)
{
    using namespace Qt::StringLiterals;
    static const QRegularExpression kSentence(u"^[\\p{Lu}“].*([.!]|/oauth/callback)$"_s);
    static const QRegularExpression kMachineWords(
        u"errcode|errmsg|QNetwork|QSsl|nullptr|INVALID_|access_token|[{}]|<html"_s);
    if (said.isEmpty())
        return u"nothing was said"_s;
    if (said.contains(u'\n'))
        return u"more than one line: "_s + said;
    if (!kSentence.match(said).hasMatch())
        return u"no sentence: "_s + said;
    if (kMachineWords.match(said).hasMatch())
        return u"words of a machine: "_s + said;
    return said.size() > 300 ? u"too long: "_s + said : QString();
}

} // namespace companion::test
