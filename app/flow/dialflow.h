// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/callstore.h"
#include "app/core/ports/pbxlink.h"
#include "app/core/settings.h"
#include "app/core/teluri.h"
#include "app/flow/callflow.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace companion {

//! How long a link waits for the sign-in; tests shorten it.
struct DialTiming
{
    std::chrono::milliseconds connecting{30000}; //!< the link may be what started the program
    std::chrono::milliseconds signedOut{5000}; //!< until stored secrets have been read
};

//! \brief Turns a link, a typed number or a command into a call from the own extension.
class DialFlow : public QObject
{
    Q_OBJECT

public:
    DialFlow(CallFlow& calls, Phonebook& phonebook, CallStore& store, QObject* parent = nullptr);
    DialFlow(CallFlow& calls, Phonebook& phonebook, CallStore& store, const DialTiming& timing,
             QObject* parent = nullptr);

    void setPbx(PbxLink* pbx);
    void setSettings(const Settings& settings);

    //! Dial without asking. Ends with the call's id, or why not.
    QFuture<Result<CallId>> dial(const QString& text);
    //! A link from outside: dials, or emits confirmRequested() first, as `dial.confirmLinks` says.
    //! A link that comes before the PBX is signed in waits for it, half a minute at most.
    Result<Done> openLink(const QString& uri);
    //! The person said yes to confirmRequested().
    void confirm(const DialRequest& request);

    //! What a request would dial, by the site's rules.
    [[nodiscard]] QString dialStringFor(const DialRequest& request) const;
    //! Whether the number belongs to someone who asked not to be called.
    [[nodiscard]] bool isDoNotCall(const QString& number) const;

Q_SIGNALS:
    void confirmRequested(const companion::DialRequest& request, bool isDoNotCall);
    void dialFailed(const QString& number, const companion::Error& error);

private:
    [[nodiscard]] bool isKnown(const PhoneNumber& number) const;
    [[nodiscard]] bool isConnected() const;
    void decide(const DialRequest& request);
    void onPbxStatus(const PbxStatus& status);
    void giveUpLinks();

    CallFlow& m_calls;
    Phonebook& m_phonebook;
    CallStore& m_store;
    QPointer<PbxLink> m_pbx;
    Settings m_settings;
    DialTiming m_timing;
    QList<DialRequest> m_waiting; //!< links that came before the sign-in
    QTimer m_waitLimit;
    QTimer m_signedOutLimit;
};

} // namespace companion
