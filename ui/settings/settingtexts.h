// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace companion::text {

//! How a setting is called and explained to people.
struct SettingText
{
    QString label; //!< with mnemonic where it helps; the whole sentence for a switch
    QString help = {};
    QList<std::pair<QString, QString>> choices = {}; //!< value, and what it is called
};

SettingText settingText(const QString& key);

//! What may be entered, for a value that checkSetting() refused.
QString settingProblem(const QString& key);

} // namespace companion::text
