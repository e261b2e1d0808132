// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands.h"
#include "app/flow/callflow.h"
#include "app/flow/createflow.h"
#include "app/flow/dialflow.h"
#include "app/flow/journalflow.h"
#include "app/flow/lookupflow.h"
#include "app/flow/signinflow.h"
#include "app/flow/syncflow.h"
#include "app/livesettings.h"
#include "app/net/httptransport.h"
#include "app/platform/wakewatch.h"
#include "app/recordingplayer.h"
#include "app/salesforce/salesforceclient.h"
#include "app/storage/database.h"
#include "app/storage/keychainsecretstore.h"
#include "app/storage/settingsfile.h"

#include <QJsonObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace companion {

class Desktop;
class QtHttpTransport;

//! Where this profile's things are, and what the command line said.
struct Profile
{
    QString name;
    QString policyFile;
    bool isMinimized = false;
};

//! \brief Builds every piece of the program and connects them: the one place that knows them all.
//!
//! Members stand in the order of who needs whom, so that destruction goes the other way round.
class Composition : public QObject
{
    Q_OBJECT

public:
    static Result<std::unique_ptr<Composition>> create(const Profile& profile);
    ~Composition() override;

    //! Up to the tray icon; then sign-in goes on by itself.
    void start();
    [[nodiscard]] Commands& commands() { return *m_commands; }

private:
    explicit Composition(Profile profile);
    void connectFlows();
    void makeDesktop();
    void changeLanguage();
    PbxLink* usePbxKind(const QString& kind);
    void applySettings(const Settings& settings);
    void startWithSession(bool isWanted);
    void onCrmStatus(const CrmStatus& status);
    [[nodiscard]] QJsonObject diagnosis() const;
    [[nodiscard]] Result<Done> writeReport(const QString& path, bool withPersonalData) const;

    Profile m_profile;
    SettingLayers m_policy;
    QStringList m_policyProblems;
    std::unique_ptr<storage::SettingsFile> m_settingsFile;
    std::unique_ptr<LiveSettings> m_settings;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<CallStore> m_calls;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<NumberMemory> m_numbers;
    std::unique_ptr<Phonebook> m_phonebook;
    std::unique_ptr<Memo> m_memo;
    std::unique_ptr<RecordingBook> m_recordings;
    std::unique_ptr<storage::KeychainSecretStore> m_secrets;
    std::unique_ptr<QtHttpTransport> m_pbxHttp;
    std::unique_ptr<QtHttpTransport> m_crmHttp;
    std::unique_ptr<PbxLink> m_pbx;
    QString m_pbxKind;
    QString m_language; //!< in force
    std::unique_ptr<CrmLink> m_crm;
    std::unique_ptr<LookupFlow> m_lookup;
    std::unique_ptr<CallFlow> m_callFlow;
    std::unique_ptr<DialFlow> m_dialFlow;
    std::unique_ptr<CreateFlow> m_createFlow;
    std::unique_ptr<JournalFlow> m_journalFlow;
    std::unique_ptr<SignInFlow> m_signInFlow;
    std::unique_ptr<SyncFlow> m_syncFlow;
    std::unique_ptr<RecordingPlayer> m_player;
    std::unique_ptr<Commands> m_commands;
    std::unique_ptr<Desktop> m_desktop;
    platform::WakeWatch m_wake;
    QTimer m_quiet; //!< nothing has gone on for a while
    bool m_isStarting = true; //!< or signing in: much code runs that will not run again
    bool m_isCrmConnected = false;
    std::optional<bool> m_startsWithSession = {}; //!< as was carried out; not yet at the start
};

} // namespace companion
