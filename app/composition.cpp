// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition.h"

#include "app/core/async.h"
#include "app/core/logging.h"
#include "app/desktop.h"
#include "app/net/qthttptransport.h"
#include "app/net/websocketclient.h"
#include "app/pbx/asterisk/session.h"
#include "app/pbx/cloudone/session.h"
#include "app/platform/browser.h"
#include "app/platform/desktopentry.h"
#include "app/platform/keystore.h"
#include "app/platform/memory.h"
#include "app/storage/paths.h"
#include "app/storage/policysource.h"
#include "app/storage/recordingtable.h"
#include "app/storage/tables.h"
#include "app/supportreport.h"
#include "ui/text/diagnosistext.h"
#include "ui/text/language.h"
#include "ui/theme.h"

#include <QApplication>
#include <QTimer>

#include <chrono>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr auto quietAfter = 2s; // of the start, of the last call, of the last answer

} // namespace

Composition::Composition(Profile profile) : m_profile(std::move(profile))
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietAfter);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        m_database->shrink();
        platform::giveBackHeap();
        if (std::exchange(m_isStarting, false))
            platform::giveBackCode(); // before the first call, never between two
    });
}

Composition::~Composition()
{
    if (m_callFlow) // else it was never whole
        m_callFlow->setPbx(nullptr);
}

Result<std::unique_ptr<Composition>> Composition::create(const Profile& profile)
{
    std::unique_ptr<Composition> made(new Composition(profile));
    const auto paths = storage::Paths::forProfile(profile.name);
    if (const auto folders = paths.create(); !folders)
        return folders.error();
    const auto policy = storage::readPolicy(profile.policyFile);
    made->m_policy = policy.layers;
    made->m_policyProblems = policy.problems;
    made->m_settingsFile = std::make_unique<storage::SettingsFile>(paths.settingsFile);
    made->m_settings = std::make_unique<LiveSettings>(*made->m_settingsFile, policy.layers);
    for (const auto& problem : made->m_policyProblems + made->m_settingsFile->problems())
        qCWarning(lcStorage).noquote() << "a setting is passed over:" << problem;
    auto database = storage::Database::open(paths.databaseFile);
    if (!database)
        return database.error();
    made->m_database = std::move(*database);
    made->m_calls = std::make_unique<storage::CallTable>(*made->m_database);
    made->m_outbox = std::make_unique<storage::OutboxTable>(*made->m_database);
    made->m_numbers = std::make_unique<storage::NumberTable>(*made->m_database);
    made->m_phonebook = std::make_unique<storage::PhonebookTable>(*made->m_database);
    made->m_memo = std::make_unique<storage::MemoTable>(*made->m_database);
    made->m_recordings = std::make_unique<storage::RecordingTable>(*made->m_database);
    made->m_secrets = std::make_unique<storage::KeychainSecretStore>(profile.name);
    made->m_pbxHttp = std::make_unique<QtHttpTransport>();
    made->m_crmHttp = std::make_unique<QtHttpTransport>();
    made->m_crm =
        std::make_unique<salesforce::SalesforceClient>(*made->m_crmHttp, *made->m_secrets);
    made->connectFlows();
    return made;
}

void Composition::connectFlows()
{
    m_lookup = std::make_unique<LookupFlow>(*m_crm, *m_phonebook);
    m_callFlow = std::make_unique<CallFlow>(*m_lookup, *m_crm, *m_calls, *m_numbers, *m_memo);
    m_dialFlow = std::make_unique<DialFlow>(*m_callFlow, *m_lookup, *m_phonebook, *m_calls);
    m_createFlow = std::make_unique<CreateFlow>(*m_crm, *m_lookup, *m_numbers);
    m_journalFlow = std::make_unique<JournalFlow>(*m_crm, *m_outbox, *m_calls);
    m_signInFlow = std::make_unique<SignInFlow>(*m_crm, *m_secrets);
    m_syncFlow = std::make_unique<SyncFlow>(*m_crm, *m_phonebook, *m_memo);
    connect(m_lookup.get(), &LookupFlow::kept, m_syncFlow.get(), &SyncFlow::onKept);
    m_player = std::make_unique<RecordingPlayer>(*m_calls, *m_recordings, *m_memo);
    m_journalFlow->setRecordingLink([this](const Call& call) { return m_player->linkFor(call); });
    connect(m_player.get(), &RecordingPlayer::browserRequested, this,
            [](const QUrl& url) { platform::openInBrowser(url); });

    auto& calls = *m_callFlow;
    connect(&calls, &CallFlow::recordOpenRequested, this, [](const QUrl& url) {
        if (!platform::openInBrowser(url))
            qCWarning(lcPlatform) << "no browser could be started";
    });
    connect(&calls, &CallFlow::creationDue, m_createFlow.get(), &CreateFlow::createAutomatically);
    connect(&calls, &CallFlow::callSettled, m_journalFlow.get(), &JournalFlow::consider);
    connect(&calls, &CallFlow::noteChanged, m_journalFlow.get(), &JournalFlow::amend);
    connect(&calls, &CallFlow::logNowDue, m_journalFlow.get(), &JournalFlow::logNow);
    connect(m_createFlow.get(), &CreateFlow::failed, &calls, &CallFlow::setCreationFailed);
    connect(m_createFlow.get(), &CreateFlow::creatingChanged, &calls, &CallFlow::setCreating);
    connect(m_createFlow.get(), &CreateFlow::created, &calls, &CallFlow::setCreated);
    connect(m_journalFlow.get(), &JournalFlow::journalChanged, &calls, &CallFlow::setJournal);
    connect(m_crm.get(), &CrmLink::browserRequested, this,
            [](const QUrl& url) { platform::openInBrowser(url); });
    connect(m_crm.get(), &CrmLink::statusChanged, this, &Composition::onCrmStatus);
    const auto waitForQuiet = [this] {
        m_quiet.start();
    };
    connect(&calls, &CallFlow::cardRemoved, &m_quiet, waitForQuiet);
    connect(m_crm.get(), &CrmLink::statusChanged, &m_quiet, waitForQuiet);
    connect(m_settings.get(), &LiveSettings::changed, this, &Composition::applySettings);
    connect(m_signInFlow.get(), &SignInFlow::crmDisconnected, this, [this] {
        m_syncFlow->release();
        (void)m_settings->reset(crmIntegrationKeys());
    });
    connect(&m_wake, &platform::WakeWatch::awakened, this, [this] {
        if (m_pbx)
            m_pbx->reconnectNow();
        m_crm->reconnectNow();
    });

    m_commands = std::make_unique<Commands>(Commands::Desk{
        .calls = *m_callFlow,
        .dialling = *m_dialFlow,
        .lookup = *m_lookup,
        .signIn = *m_signInFlow,
        .journal = *m_journalFlow,
        .crm = *m_crm,
        .store = *m_calls,
        .memory = *m_numbers,
        .settings = *m_settings,
        .profile = m_profile.name,
        .isKeyStoreAsking = [this] { return m_secrets->isAsking(); },
        .pbx = [this] { return m_pbx.get(); },
        .usePbxKind = [this](const QString& kind) { return usePbxKind(kind); },
        .diagnosis = [this] { return diagnosis(); },
        .writeReport = [this](const QString& path,
                              bool personal) { return writeReport(path, personal); },
    });
}

void Composition::start()
{
    m_language = m_settings->settings().language;
    text::useLanguage(m_language);
    applyTheme(*qApp, m_settings->settings().theme);
    makeDesktop();
    applySettings(m_settings->settings());
    m_desktop->start(m_profile.isMinimized);
    m_callFlow->recover();
    m_journalFlow->recover();
    m_signInFlow->resume();
    m_quiet.start();
}

void Composition::makeDesktop()
{
    m_desktop = std::make_unique<Desktop>(Desktop::Desk{
        .calls = *m_callFlow,
        .dialling = *m_dialFlow,
        .lookup = *m_lookup,
        .creation = *m_createFlow,
        .journal = *m_journalFlow,
        .signIn = *m_signInFlow,
        .sync = *m_syncFlow,
        .crm = *m_crm,
        .store = *m_calls,
        .phonebook = *m_phonebook,
        .player = *m_player,
        .settings = *m_settings,
        .profile = m_profile.name,
        .pbx = [this] { return m_pbx.get(); },
        .usePbxKind = [this](const QString& kind) { return usePbxKind(kind); },
        .diagnosis = [this] { return diagnosis(); },
        .writeReport = [this](const QString& path,
                              bool personal) { return writeReport(path, personal); },
    });
    connect(m_desktop.get(), &Desktop::quitRequested, m_commands.get(), &Commands::quitRequested);
    connect(m_commands.get(), &Commands::showRequested, m_desktop.get(), &Desktop::showHome);
}

void Composition::changeLanguage()
{
    const auto& settings = m_settings->settings();
    if (std::exchange(m_language, settings.language) == settings.language)
        return;
    // Windows take their texts when they are made.
    const bool hadHome = m_desktop->isShowingHome();
    const bool hadSettings = m_desktop->isShowingSettings();
    m_desktop.reset();
    text::useLanguage(m_language);
    makeDesktop();
    m_desktop->setPbx(m_pbx.get());
    m_desktop->applySettings(settings);
    m_desktop->start(true);
    if (hadHome)
        m_desktop->showHome();
    if (hadSettings)
        m_desktop->showSettings();
}

PbxLink* Composition::usePbxKind(const QString& kind)
{
    if (m_pbx && m_pbxKind == kind)
        return m_pbx.get();
    m_callFlow->setPbx(nullptr);
    m_dialFlow->setPbx(nullptr);
    m_signInFlow->setPbx(nullptr);
    m_syncFlow->setPbx(nullptr);
    m_player->setPbx(nullptr);
    m_pbxKind = kind;
    auto makeSocket = [this]() -> std::unique_ptr<Socket> {
        auto socket = std::make_unique<WebSocketClient>();
        socket->setCaFile(m_settings->settings().pbxCaFile);
        return socket;
    };
    if (kind == "asterisk"_L1)
        m_pbx = std::make_unique<pbx::asterisk::Session>(*m_pbxHttp, makeSocket);
    else
        m_pbx = std::make_unique<pbx::cloudone::Session>(*m_pbxHttp, makeSocket, *m_secrets);
    connect(m_pbx.get(), &PbxLink::statusChanged, this,
            [this](const PbxStatus& status) { m_journalFlow->setOwnName(status.name); });
    connect(m_pbx.get(), &PbxLink::heartbeatSent, &m_wake, &platform::WakeWatch::checkClock);
    m_callFlow->setPbx(m_pbx.get());
    m_dialFlow->setPbx(m_pbx.get());
    m_signInFlow->setPbx(m_pbx.get());
    m_syncFlow->setPbx(m_pbx.get());
    m_player->setPbx(m_pbx.get());
    if (m_desktop)
        m_desktop->setPbx(m_pbx.get());
    return m_pbx.get();
}

void Composition::applySettings(const Settings& settings)
{
    m_pbxHttp->setCaFile(settings.pbxCaFile);
    usePbxKind(settings.pbxKind);
    m_lookup->setSettings(settings);
    m_callFlow->setSettings(settings);
    m_dialFlow->setSettings(settings);
    m_createFlow->setSettings(settings);
    m_journalFlow->setSettings(settings);
    m_signInFlow->setSettings(settings);
    m_syncFlow->setSettings(settings);
    m_player->setSettings(settings);
    if (m_desktop)
        m_desktop->applySettings(settings);
    if (m_desktop && m_language != settings.language) // not within a click in one of its windows
        QTimer::singleShot(0, this, &Composition::changeLanguage);
    startWithSession(settings.autostart);
}

//! At the start too, either way: a policy may have changed its mind, and the program may have
//! moved.
void Composition::startWithSession(bool isWanted)
{
    if (std::exchange(m_startsWithSession, isWanted) == isWanted)
        return;
    if (const auto done = platform::setAutostart(isWanted, m_profile.name); !done && m_desktop)
        m_desktop->showSettingError(u"app.autostart"_s, done.error());
}

void Composition::onCrmStatus(const CrmStatus& status)
{
    const bool isConnected = status.state == LinkState::Connected;
    if (std::exchange(m_isCrmConnected, isConnected) || !isConnected)
        return;
    m_isStarting = true;
    async::onReady(m_crm->outcomes(), this, [this](const Result<QStringList>& outcomes) {
        if (outcomes)
            m_callFlow->setOutcomes(*outcomes);
    });
}

QJsonObject Composition::diagnosis() const
{
    return diagnosisToJson(text::diagnosisChecks({
        .pbx = m_pbx ? m_pbx->status() : PbxStatus{},
        .crm = m_crm->status(),
        .keepsSecrets = m_secrets->isPersistent() && platform::hasKeyStore(),
        .settingProblems = m_policyProblems + m_settingsFile->problems(),
        .waitingEntries = m_journalFlow->pendingCount(),
        .syncProblem = m_syncFlow->problem(),
    }));
}

Result<Done> Composition::writeReport(const QString& path, bool withPersonalData) const
{
    return writeSupportReport(path,
                              {.diagnosis = diagnosis(),
                               .settings = m_settings->layers(),
                               .logFolder = storage::Paths::forProfile(m_profile.name).logFolder,
                               .withPersonalData = withPersonalData});
}

} // namespace companion
