// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

//! What can be said of a written number without knowing any country's numbering plan. Everything
//! but plain() expects text that has been through it.
namespace companion::numbertext {

//! ASCII digits for those of every script, one kind of space and dash, "+" in one form, nothing
//! invisible (direction marks, soft hyphens, controls).
QString plain(const QString& text);

QString digitsOf(const QString& text);
int countDigits(const QString& text);
//! Whether the first digit has a plus before it.
bool hasPlus(const QString& text);

//! Whether a name is but the number once more, as many PBXs give it: "4155551212", "Tel. 555-1212".
bool repeatsNumber(const QString& name, const QString& number);

//! "anonymous", "<unknown>", "No Caller ID", "Unterdrückt", …: the words PBXs send for a caller
//! whose number was withheld.
bool isWithheld(const QString& text);

//! Digits hidden from the agent: "415555****", "XXX-XXX-1212".
bool isMasked(const QString& text);

//! A code for the PBX itself: "*97", "*72*1001#", "#31#4155551212".
bool isFeatureCode(const QString& text);

struct Parts
{
    QString number;
    QString suffix = {}; //!< digits of the extension behind it

    friend bool operator==(const Parts&, const Parts&) = default;
};

//! Number and extension apart: "x12", "ext. 12", ";ext=12", ",12", "#12", "Durchwahl 12", "p12".
Parts split(const QString& text);

//! Without the parameters behind a number, but with what `;phone-context=+1-415` says belongs in
//! front of it.
QString withContext(const QString& text);

struct Spoken
{
    QString text; //!< no ASCII letters
    bool isVanity = false; //!< letters stood for digits of the keypad
    int droppedLetters = 0; //!< of words around the number: "Tel.", "(office)"
};

//! Letters made digits where they spell a number (1-800-FLOWERS), else dropped as words.
Spoken withoutLetters(const QString& text);

//! The numbers of a field that holds several: "415-555-1212 / 415-555-1313". Empty for one.
QStringList severalIn(const QString& text);

} // namespace companion::numbertext
