// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/diagnosistext.h"

#include "ui/text/errortext.h"
#include "ui/text/statustext.h"

#include <QCoreApplication>

namespace companion::text {

namespace {

    struct Diagnosis
    {
        Q_DECLARE_TR_FUNCTIONS(Diagnosis)
    };

    DiagnosisCheck keyStoreCheck(bool keepsSecrets)
    {
        const QString title = Diagnosis::tr("Key store");
        if (keepsSecrets)
            return {title, true, Diagnosis::tr("Secrets are kept in the system's key store.")};
        return {
            title, false,
            Diagnosis::tr(
                "The system's key store cannot be reached: secrets are kept for this run only."),
            Diagnosis::tr("Start a key store such as gnome-keyring or KWallet.")};
    }

} // namespace

QList<DiagnosisCheck> diagnosisChecks(const DiagnosisFacts& facts)
{
    QList<DiagnosisCheck> checks;
    checks.append(
        {Diagnosis::tr("PBX"), facts.pbx.state == LinkState::Connected, statusSentence(facts.pbx)});
    if (facts.pbx.firmwareTooOld)
        checks.append({Diagnosis::tr("PBX firmware"), false,
                       Diagnosis::tr("The PBX has firmware %1.").arg(facts.pbx.firmware),
                       Diagnosis::tr("Ask your administrator to update it to %1 or later.")
                           .arg(QStringLiteral("84.21.0.66"))});
    if (facts.pbx.deaf)
        checks.append({Diagnosis::tr("PBX events"), false,
                       Diagnosis::tr("Signed in, but no event has ever arrived."),
                       Diagnosis::tr("In the PBX under Integrations > API > Advanced, switch on "
                                     "Call Status Monitor for this extension and the trunks.")});
    checks.append({Diagnosis::tr("Salesforce"), facts.crm.state == LinkState::Connected,
                   statusSentence(facts.crm)});
    checks.append(keyStoreCheck(facts.keepsSecrets));
    for (const auto& problem : facts.settingProblems)
        checks.append({Diagnosis::tr("Settings"), false, problem,
                       Diagnosis::tr("Correct this setting, or remove it.")});
    if (facts.syncProblem)
        checks.append({Diagnosis::tr("Contact synchronization"), false,
                       sentence(*facts.syncProblem, Place::Pbx)});
    checks.append({Diagnosis::tr("Log entries"), facts.waitingEntries == 0,
                   facts.waitingEntries == 0
                       ? Diagnosis::tr("All calls are logged.")
                       : Diagnosis::tr("%n waiting to be written.", nullptr, facts.waitingEntries),
                   facts.waitingEntries == 0
                       ? QString()
                       : Diagnosis::tr(
                           "In the list of calls, “Not logged” says of each what it waits for.")});
    return checks;
}

} // namespace companion::text
