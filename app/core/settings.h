// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/phonenumber.h"
#include "app/core/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace companion {

enum class PopupMethod { Automatic, Manual, Off };
enum class PopupTrigger { Ringing, Answered, CallEnd };
enum class WhenSeveral { Ask, Newest, SearchPage };
enum class CardCorner { TopLeft, TopRight, BottomLeft, BottomRight };
enum class SyncTarget { Local, Pbx };
enum class CreateMethod { Manual, Automatic };
enum class JournalWriter { Companion, Pbx };
enum class RecordingLink { Player, Url, None };
enum class ConfirmLinks { Unknown, Always, Never };

//! \brief Every setting of DESIGN 6 in effect now, typed. A plain value handed to those who decide.
struct Settings
{
    bool integrationEnabled = true;
    QString pbxKind = QStringLiteral("cloudone");
    QString pbxUrl, pbxClientId, pbxExtension, pbxCaFile;
    QString asteriskTechnology = QStringLiteral("PJSIP");
    QString asteriskContext = QStringLiteral("from-internal");
    NumberRules numbers;
    QString salesforceLoginUrl = QStringLiteral("https://login.salesforce.com");
    QString salesforceClientId;
    QList<quint16> redirectPorts{53682, 53683, 53684};
    PopupMethod popupMethod = PopupMethod::Automatic;
    PopupTrigger popupTrigger = PopupTrigger::Ringing;
    QStringList popupDirections{QStringLiteral("inbound")};
    WhenSeveral whenSeveral = WhenSeveral::Ask;
    bool cardShow = true;
    CardCorner cardCorner = CardCorner::BottomRight;
    int cardKeepSeconds = 20;
    QStringList crmObjects{QStringLiteral("Contact"), QStringLiteral("Lead"),
                           QStringLiteral("Account")};
    bool alwaysQuery = false;
    bool syncEnabled = false;
    QStringList syncObjects{QStringLiteral("Contact")};
    QString syncPhonebook = QStringLiteral("Salesforce_CRM_Synchronization");
    SyncTarget syncTarget = SyncTarget::Local;
    bool createEnabled = false;
    QString createObject = QStringLiteral("Contact");
    CreateMethod createMethod = CreateMethod::Manual;
    QStringList createCallTypes{QStringLiteral("inbound"), QStringLiteral("outbound")};
    bool journalEnabled = true;
    QString journalSubject = QStringLiteral("Extension Call");
    QString journalDescription =
        QStringLiteral("Call: {{.Time}} {{.Call_Log_Status}} from {{.Call_From}} to {{.Call_To}} "
                       "{{.Talk_Duration}}");
    bool skipMissedInUnansweredAgents = false;
    int journalWrapUpSeconds = 0; //!< after a call, before its entry is sent
    JournalWriter journalWriter = JournalWriter::Companion;
    RecordingLink recordingLink = RecordingLink::Player;
    QString recordingUrl;
    ConfirmLinks confirmLinks = ConfirmLinks::Unknown;
    QString dialHotkey, cardHotkey;
    bool maskNumbers = false;
    QString language = QStringLiteral("system");
    QString theme = QStringLiteral("system");
    bool autostart = false;

    friend bool operator==(const Settings&, const Settings&) = default;
};

//! How the value of a key is written.
enum class SettingKind { Text, Boolean, Integer, Choice, List, Ports, DigitRange, Url, FilePath };

//! One row of DESIGN 6: what `settings`, the policy and the settings window know of a key.
struct SettingSpec
{
    QString key;
    SettingKind kind = SettingKind::Text;
    QString defaultValue; //!< as text; a list is comma-separated
    QStringList allowed = {}; //!< Choice and List: the only values
};

const QList<SettingSpec>& settingSpecs();
const SettingSpec* findSetting(const QString& key); //!< nullptr: no such key

//! The guide's CRM integration settings: what *Cancel Integration* clears.
QStringList crmIntegrationKeys();

//! \p value as it is stored, or Rejected with a sentence in `detail` that names what is allowed.
Result<QString> checkSetting(const QString& key, const QString& value);

//! Where the value in force comes from.
enum class SettingOrigin { BuiltIn, PolicyDefault, User, Enforced };

//! \brief The layers of settings, lowest first: built in, policy defaults, the user's, enforced.
struct SettingLayers
{
    QHash<QString, QString> policyDefaults = {};
    QHash<QString, QString> user = {};
    QHash<QString, QString> enforced = {};

    [[nodiscard]] QString value(const QString& key) const;
    [[nodiscard]] SettingOrigin origin(const QString& key) const;
};

//! Every key's value in force, typed. Values that don't pass checkSetting() are passed over.
//! \p systemRegion: the region of the system's locale, used where numbers.region is empty.
Settings settingsFrom(const SettingLayers& layers, const QString& systemRegion);

} // namespace companion
