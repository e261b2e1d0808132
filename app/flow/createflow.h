// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callcard.h"
#include "app/core/ports/callstore.h"
#include "app/core/ports/crmlink.h"
#include "app/core/settings.h"
#include "app/flow/lookupflow.h"

#include <QHash>
#include <QObject>

namespace companion {

//! \brief Makes a contact or lead for an unknown number: by itself or from the dialog; never twice.
//!
//! ```
//! wished ─ exact question (no index delay) ─ somebody has it ─► that one
//!                                          └ nobody ─ ledger ─ create ─► looked at once more
//! ```
//! Each creation stands in a ledger before the request goes out; what came of one that was cut
//! short, the exact question of the next one finds out. A record that another computer made in the
//! same moment is found by the look afterwards, and the younger of the two goes.
class CreateFlow : public QObject
{
    Q_OBJECT

public:
    CreateFlow(CrmLink& crm, LookupFlow& lookup, NumberMemory& memory, QObject* parent = nullptr);

    void setSettings(const Settings& settings);

    //! The guide's automatic creation, for this card's number.
    void createAutomatically(const CallCard& card);
    //! From *Add Contact to CRM*. \p call may be empty (from the history).
    void createByHand(const CallId& call, const QString& number, const NewRecord& record);

Q_SIGNALS:
    void creatingChanged(const companion::CallId& call, bool creating);
    void created(const companion::CallId& call, const companion::CrmMatch& match,
                 companion::Creation how);
    void duplicatesFound(const companion::CallId& call, const companion::CreateAnswer& answer);
    void failed(const companion::CallId& call, const companion::Error& error);

private:
    struct Wish
    {
        PhoneNumber number;
        QString key; //!< of the number; made up where there is none
        NewRecord record;
        bool isAutomatic = false;
        QList<CallId> calls = {}; //!< that wait for it
    };

    void begin(const Wish& wish);
    void lookBefore(const QString& key);
    void send(const QString& key);
    void lookAfter(const QString& key, const CrmMatch& made);
    void finish(const QString& key, const CrmMatch& match);
    void decideAboutDuplicates(const QString& key, Wish wish, const CreateAnswer& answer);
    void endWith(const QString& key, const Error& error);
    void offerDuplicates(const QString& key, const CreateAnswer& answer);
    Wish take(const QString& key);
    [[nodiscard]] NewRecord automaticRecord(const PhoneNumber& number) const;

    CrmLink& m_crm;
    LookupFlow& m_lookup;
    NumberMemory& m_memory;
    Settings m_settings;
    QHash<QString, Wish> m_running; //!< by number
    int m_nameless = 0; //!< wishes without a number that could be compared
};

} // namespace companion
