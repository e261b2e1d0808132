// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/linkstate.h"

#include <QStringList>

#include <optional>

namespace companion::text {

//! What the program knows of its own health.
struct DiagnosisFacts
{
    PbxStatus pbx = {};
    CrmStatus crm = {};
    bool keepsSecrets = false; //!< the system's key store can be reached
    QStringList settingProblems = {}; //!< of settings and policy, ready to be read
    int waitingEntries = 0; //!< of the journal
    std::optional<Error> syncProblem = {}; //!< why contacts do not reach the PBX's phonebook
};

struct DiagnosisCheck
{
    QString title;
    bool isGood = false;
    QString text; //!< what was found
    QString advice = {}; //!< what to do about it, if anything
};

QList<DiagnosisCheck> diagnosisChecks(const DiagnosisFacts& facts);

} // namespace companion::text
