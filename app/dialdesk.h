// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/callstore.h"
#include "app/core/ports/pbxlink.h"
#include "app/flow/lookupflow.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace companion {

class DialBox;
struct DialSuggestion;

//! \brief The dial box and what it offers while one types: colleagues, the phonebook and earlier
//! calls at once, Salesforce after a pause.
class DialDesk : public QObject
{
    Q_OBJECT

public:
    struct Sources
    {
        LookupFlow& lookup;
        Phonebook& phonebook;
        CallStore& store;
        std::function<QList<Colleague>()> colleagues;
    };

    explicit DialDesk(Sources sources, QObject* parent = nullptr);
    ~DialDesk() override;

    void setSettings(const Settings& settings) { m_settings = settings; }
    void show();
    //! With what is selected in another program, if that is a number.
    void showWith(const QString& selected);
    //! Null until it was shown first.
    [[nodiscard]] DialBox* box() const { return m_box.get(); }

Q_SIGNALS:
    void dialRequested(const QString& number);

private:
    void offerRecent();
    void suggest(const QString& typed);
    void searchCrm();
    [[nodiscard]] QList<DialSuggestion> nearby(const QString& typed) const;
    void offer(const QString& typed, const QList<DialSuggestion>& found);
    [[nodiscard]] QList<DialSuggestion> written(QList<DialSuggestion> suggestions) const;

    Sources m_sources;
    Settings m_settings;
    std::unique_ptr<DialBox> m_box;
    QTimer m_searchSoon;
    QFuture<Result<QList<CrmMatch>>> m_search;
};

} // namespace companion
