// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/callstore.h"
#include "app/core/ports/crmlink.h"
#include "app/core/ports/pbxlink.h"
#include "app/core/settings.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <optional>

namespace companion {

//! How often contact synchronisation looks; tests shorten it.
struct SyncTiming
{
    std::chrono::milliseconds afterSignIn{10000};
    std::chrono::milliseconds period{1800000};
    std::chrono::milliseconds pbxRetry{60000};
};

//! \brief Keeps the synchronised contacts true: what is changed or deleted in Salesforce follows,
//! and with `sync.target = pbx` a phonebook of the PBX holds the same.
//!
//! One way, as the guide has it. Only contacts that were matched once are in the phonebook at all
//! (LookupFlow puts them there); the PBX's phonebook must be empty or new when it is taken.
class SyncFlow : public QObject
{
    Q_OBJECT

public:
    SyncFlow(CrmLink& crm, Phonebook& phonebook, Memo& memo, QObject* parent = nullptr);
    SyncFlow(CrmLink& crm, Phonebook& phonebook, Memo& memo, const SyncTiming& timing,
             QObject* parent = nullptr);

    void setPbx(PbxLink* pbx);
    void setSettings(const Settings& settings);
    //! These went into the phonebook (LookupFlow::kept()).
    void onKept(const QList<CrmMatch>& matches);
    //! Look now for what has changed.
    void refresh();
    //! The guide's *Disconnect*: everything stays where it is and is no longer ours to change.
    void release();
    //! Why the PBX's phonebook cannot be used; nothing while it can.
    [[nodiscard]] std::optional<Error> problem() const { return m_problem; }

Q_SIGNALS:
    void problemChanged();
    void phonebookChanged();

private:
    struct PbxWish
    {
        RecordId record;
        std::optional<CrmMatch> match = {}; //!< nothing: to be removed

        friend bool operator==(const PbxWish&, const PbxWish&) = default;
    };

    void onCrmStatus(const CrmStatus& status);
    void onPbxStatus(const PbxStatus& status);
    [[nodiscard]] bool mayAsk() const;
    void askNext();
    bool takeNews(const QString& object, const RecordNews& news);
    [[nodiscard]] QDateTime askedSince(const QString& object) const;
    [[nodiscard]] QString sinceMemo(const QString& object) const;
    [[nodiscard]] QString contactMemo(const RecordId& record) const;

    [[nodiscard]] bool usesPbx() const;
    void fillPbx();
    void wish(const PbxWish& wish);
    void openPhonebook();
    void carryOutNext();
    void onSaved(const PbxWish& wish, const Result<QString>& id);
    void onRemoved(const PbxWish& wish, const Result<Done>& removed);
    void tryLater(const Error& error);
    void setProblem(const std::optional<Error>& problem);

    CrmLink& m_crm;
    Phonebook& m_phonebook;
    Memo& m_memo;
    SyncTiming m_timing;
    QPointer<PbxLink> m_pbx;
    Settings m_settings;
    QStringList m_toAsk; //!< objects of the round that is going on
    QTimer m_next;
    QTimer m_pbxRetry;
    QList<PbxWish> m_wishes; //!< for the PBX, the latest for each record
    QString m_openPhonebook; //!< its id, once it may be used
    QHash<QString, QString> m_onPbx; //!< contacts that were in it then, by remark
    std::optional<Error> m_problem;
    int m_notFound = 0; //!< answers in a row
    bool m_isAsking = false;
    bool m_isWriting = false;
    bool m_wasCrmConnected = false;
    bool m_wasPbxConnected = false;
};

} // namespace companion
