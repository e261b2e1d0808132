// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/addcontactdesk.h"
#include "app/core/teluri.h"
#include "app/dialdesk.h"
#include "app/flow/callflow.h"
#include "app/flow/createflow.h"
#include "app/flow/dialflow.h"
#include "app/flow/journalflow.h"
#include "app/flow/lookupflow.h"
#include "app/flow/signinflow.h"
#include "app/flow/syncflow.h"
#include "app/livesettings.h"
#include "app/phonebookdesk.h"
#include "app/platform/hotkey.h"
#include "app/recordingplayer.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace companion {

class CardStack;
class DiagnoseWindow;
class HistoryWindow;
class PickRecordDialog;
class SettingsWindow;
class SignInWindow;
class TrayIcon;

//! \brief The windows: shows what the flows tell, hands them what the person wishes.
//!
//! Windows are made when first wanted and kept; none of them knows a flow.
class Desktop : public QObject
{
    Q_OBJECT

public:
    //! Whom wishes are handed to.
    struct Desk
    {
        CallFlow& calls;
        DialFlow& dialling;
        LookupFlow& lookup;
        CreateFlow& creation;
        JournalFlow& journal;
        SignInFlow& signIn;
        SyncFlow& sync;
        CrmLink& crm;
        CallStore& store;
        Phonebook& phonebook;
        RecordingPlayer& player;
        LiveSettings& settings;
        QString profile;
        std::function<PbxLink*()> pbx;
        std::function<PbxLink*(const QString& kind)> usePbxKind;
        std::function<QJsonObject()> diagnosis;
        std::function<Result<Done>(const QString& path, bool withPersonalData)> writeReport;
    };

    explicit Desktop(Desk desk, QObject* parent = nullptr);
    ~Desktop() override;

    //! The tray icon; and, unless \p minimized, the window a first start needs.
    void start(bool minimized);
    void showHome(); //!< what a second start shows
    void showSettings();
    [[nodiscard]] bool isShowingHome() const;
    [[nodiscard]] bool isShowingSettings() const;
    void setPbx(PbxLink* pbx);
    void applySettings(const Settings& settings);
    //! A setting that is kept could not be carried out.
    void showSettingError(const QString& key, const Error& error);

Q_SIGNALS:
    void quitRequested();

private:
    void connectCards();
    void connectTray();
    void connectFlows();
    void connectCreation();
    void refreshStatus();
    void countSoon();
    void refreshPending();
    void refreshActivity();
    enum class SignInTo { WhatIsMissing, Pbx, Salesforce };
    void showSignIn(SignInTo side = SignInTo::WhatIsMissing);
    void showHistory();
    void showDiagnosis();
    void dialSelection();
    void tryNumber(const QString& typed);
    void setHotkeys(const Settings& settings);
    void connectHistory(HistoryWindow* window);
    void openRecord(const RecordId& record);
    void completeRecord(const RecordId& record);
    void openPage(const QUrl& url);
    void assign(const CallId& call, const RecordId& record);
    void saveRecording(const CallId& call, const QString& path);
    void askFollowUp(const CallId& call);
    void confirmDial(const DialRequest& request, bool isDoNotCall);
    void pickRecord(const CallId& call, const QString& number);
    void searchRecords(const QString& typed,
                       const std::function<void(const Result<QList<CrmMatch>>&)>& then);
    void openCreated(const CallId& call, const CrmMatch& match);
    void signInPbx(const PbxAccount& account, const QString& secret);
    void signInCrm(const CrmAccount& account, const QString& secret);
    void disconnectCrm();
    void dialFrom(const QString& number);
    void tell(const QString& sentence);

    Desk m_desk;
    std::unique_ptr<CardStack> m_cards;
    std::unique_ptr<TrayIcon> m_tray;
    AddContactDesk m_addContactDesk;
    DialDesk m_dialDesk;
    PhonebookDesk m_phonebookDesk;
    std::unique_ptr<SignInWindow> m_signIn;
    std::unique_ptr<SettingsWindow> m_settingsWindow;
    std::unique_ptr<HistoryWindow> m_history;
    std::unique_ptr<DiagnoseWindow> m_diagnose;
    std::unique_ptr<PickRecordDialog> m_pickRecord;
    platform::Hotkey m_dialHotkey;
    platform::Hotkey m_cardHotkey;
    QString m_dialKeys; //!< what the hotkeys were set to last
    QString m_cardKeys;
    QTimer m_countSoon;
};

} // namespace companion
