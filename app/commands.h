// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/commandoutcome.h"
#include "app/core/ports/callstore.h"
#include "app/core/ports/crmlink.h"
#include "app/core/ports/pbxlink.h"
#include "app/flow/callflow.h"
#include "app/flow/dialflow.h"
#include "app/flow/journalflow.h"
#include "app/flow/lookupflow.h"
#include "app/flow/signinflow.h"
#include "app/livesettings.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <optional>

namespace companion {

//! \brief Carries out commands of later starts in the running instance (DESIGN 5).
//!
//! Each ends exactly once, with an outcome, within its time limit.
class Commands : public QObject
{
    Q_OBJECT

public:
    using Reply = std::function<void(const CommandOutcome&)>;

    //! Whom commands are carried out by.
    struct Desk
    {
        CallFlow& calls;
        DialFlow& dialling;
        LookupFlow& lookup;
        SignInFlow& signIn;
        JournalFlow& journal;
        CrmLink& crm;
        CallStore& store;
        NumberMemory& memory;
        LiveSettings& settings;
        QString profile;
        std::function<bool()> isKeyStoreAsking; //!< it may wait for the person to unlock it
        std::function<PbxLink*()> pbx;
        std::function<PbxLink*(const QString& kind)> usePbxKind;
        std::function<QJsonObject()> diagnosis; //!< checks, for `diagnose`
        std::function<Result<Done>(const QString& path, bool withPersonalData)> writeReport;
    };

    explicit Commands(Desk desk, QObject* parent = nullptr);

    void execute(const CommandLine& line, const QString& secret, const Reply& reply);

Q_SIGNALS:
    void showRequested(); //!< a start without a command
    void quitRequested();

private:
    void dial(const CommandLine& line, const Reply& reply);
    void actOnCall(const CommandLine& line, const Reply& reply);
    void openRecord(const HistoryRow& row, const Reply& reply);
    void transferOrAct(const Call& call, CallAction action, const QString& target,
                       const Reply& reply);
    void lookUp(const CommandLine& line, const Reply& reply);
    void signIn(const CommandLine& line, const QString& secret, const Reply& reply);
    void signInPbx(const CommandLine& line, const QString& secret, const Reply& reply);
    void signInPbxAgain(const CommandLine& line, const Reply& reply);
    void goBackToPbx(const QHash<QString, QString>& before);
    void signOut(const CommandLine& line, const Reply& reply);
    [[nodiscard]] CommandOutcome status(const CommandLine& line) const;
    [[nodiscard]] CommandOutcome calls(const CommandLine& line) const;
    [[nodiscard]] CommandOutcome diagnose(const CommandLine& line) const;
    [[nodiscard]] std::optional<CallId> callMeant(const CommandLine& line) const;

    Desk m_desk;
    //! The user's settings when the PBX was connected last before a sign-in; none when it was not.
    std::optional<QHash<QString, QString>> m_workingPbx;
};

} // namespace companion
