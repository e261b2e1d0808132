// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/async.h"
#include "app/core/ports/callstore.h"
#include "app/core/ports/pbxlink.h"
#include "app/core/settings.h"
#include "app/core/teluri.h"
#include "app/flow/callflow.h"
#include "app/flow/lookupflow.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace companion {

//! How long a link waits for the sign-in; tests shorten it.
struct DialTiming
{
    std::chrono::milliseconds connecting{30000}; //!< the link may be what started the program
    std::chrono::milliseconds signedOut{5000}; //!< until stored secrets have been read
    std::chrono::milliseconds findingOut{1000}; //!< whose number it is
};

//! \brief Turns a link, a typed number or a command into a call from the own extension.
class DialFlow : public QObject
{
    Q_OBJECT

public:
    DialFlow(CallFlow& calls, LookupFlow& lookup, Phonebook& phonebook, CallStore& store,
             QObject* parent = nullptr);
    DialFlow(CallFlow& calls, LookupFlow& lookup, Phonebook& phonebook, CallStore& store,
             const DialTiming& timing, QObject* parent = nullptr);

    void setPbx(PbxLink* pbx);
    void setSettings(const Settings& settings);

    //! Dials; of someone who asked not to be called, emits confirmRequested() instead and ends with
    //! the code DO_NOT_CALL. Ends with the call's id, or why not.
    QFuture<Result<CallId>> dial(const QString& text);
    //! A link from outside: dials, or emits confirmRequested() first, as `dial.confirmLinks` says.
    //! A link that comes while the PBX is being signed in to waits for it, half a minute at most;
    //! where nobody is signing in, it is refused. What is refused is told by dialFailed() too.
    Result<Done> openLink(const QString& uri);
    //! The person said yes to confirmRequested().
    void confirm(const DialRequest& request);

    //! What a request would dial, by the site's rules.
    [[nodiscard]] QString dialStringFor(const DialRequest& request) const;

Q_SIGNALS:
    void confirmRequested(const companion::DialRequest& request, bool isDoNotCall);
    void dialFailed(const QString& number, const companion::Error& error);
    //! The call to this extension's main number was accepted; the extension is for the person to
    //! press: no PBX we know dials it.
    void extensionLeft(const QString& extension);

private:
    struct Callee
    {
        bool isKnown = false;
        bool isDoNotCall = false;
    };

    void findOut(const DialRequest& request, const std::function<void(const Callee&)>& then);
    void place(const DialRequest& request, const std::shared_ptr<async::Promise<CallId>>& promise);
    [[nodiscard]] bool wasCalledBefore(const PhoneNumber& number) const;
    [[nodiscard]] bool isConnected() const;
    void decide(const DialRequest& request);
    void onPbxStatus(const PbxStatus& status);
    void giveUpLinks();
    Error refuse(const QString& number, const Error& error);
    [[nodiscard]] bool mayBecomeConnected() const;

    CallFlow& m_calls;
    LookupFlow& m_lookup;
    Phonebook& m_phonebook;
    CallStore& m_store;
    QPointer<PbxLink> m_pbx;
    Settings m_settings;
    DialTiming m_timing;
    QList<DialRequest> m_waiting; //!< links that came before the sign-in
    QTimer m_waitLimit;
    QTimer m_signedOutLimit;
    QDeadlineTimer m_starting; //!< until then stored secrets may still be read
};

} // namespace companion
