// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/callstore.h"
#include "app/core/settings.h"

#include <QObject>

#include <memory>

namespace companion {

class PhonebookWindow;

//! \brief The phonebook's window and what it shows: pages, searches, and changes to entries that
//! may be changed.
class PhonebookDesk : public QObject
{
    Q_OBJECT

public:
    explicit PhonebookDesk(Phonebook& phonebook, QObject* parent = nullptr);
    ~PhonebookDesk() override;

    void show();
    void setSettings(const Settings& settings);
    //! Entries have changed by themselves.
    void refresh();
    //! Null until it was shown first.
    [[nodiscard]] PhonebookWindow* window() const { return m_window.get(); }

Q_SIGNALS:
    void callRequested(const QString& number);
    void openRecordRequested(const companion::RecordId& record);
    void failed(const companion::Error& error);

private:
    void search(const QString& typed);
    void keep(const PhonebookEntry& entry);
    void remove(const RecordId& record);
    [[nodiscard]] bool mayChange(const RecordId& record) const;

    Phonebook& m_phonebook;
    Settings m_settings;
    QString m_typed;
    std::unique_ptr<PhonebookWindow> m_window;
};

} // namespace companion
