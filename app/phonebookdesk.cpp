// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/phonebookdesk.h"

#include "ui/bringup.h"
#include "ui/history/phonebookwindow.h"

#include <algorithm>

namespace companion {

namespace {

    constexpr int page = 200;
    constexpr qsizetype fewestDigits = 3;

    //! Digits, if nothing else was typed that tells.
    QString digitsTyped(const QString& typed)
    {
        QString digits;
        for (const QChar c : typed) {
            if (c.isLetter())
                return {};
            if (c.isDigit())
                digits += QChar(u'0' + c.digitValue());
        }
        return digits.size() < fewestDigits ? QString() : digits;
    }

} // namespace

PhonebookDesk::PhonebookDesk(Phonebook& phonebook, QObject* parent)
    : QObject(parent), m_phonebook(phonebook)
{}

PhonebookDesk::~PhonebookDesk() = default;

void PhonebookDesk::show()
{
    if (!m_window) {
        m_window = std::make_unique<PhonebookWindow>();
        m_window->setLook(m_settings);
        auto* window = m_window.get();
        connect(window, &PhonebookWindow::searchRequested, this, &PhonebookDesk::search);
        connect(window, &PhonebookWindow::moreRequested, this,
                [this](int offset) { m_window->addEntries(m_phonebook.all(page, offset)); });
        connect(window, &PhonebookWindow::callRequested, this, &PhonebookDesk::callRequested);
        connect(window, &PhonebookWindow::openRecordRequested, this,
                &PhonebookDesk::openRecordRequested);
        connect(window, &PhonebookWindow::entryEdited, this, &PhonebookDesk::keep);
        connect(window, &PhonebookWindow::removeRequested, this, &PhonebookDesk::remove);
    }
    refresh();
    bringUp(m_window.get());
}

void PhonebookDesk::setSettings(const Settings& settings)
{
    m_settings = settings;
    if (m_window)
        m_window->setLook(settings);
}

void PhonebookDesk::refresh()
{
    if (m_window)
        search(m_typed);
}

void PhonebookDesk::search(const QString& typed)
{
    m_typed = typed;
    const QString digits = digitsTyped(typed);
    if (typed.trimmed().isEmpty())
        m_window->setEntries(m_phonebook.all(page, 0));
    else if (!digits.isEmpty())
        m_window->setEntries(m_phonebook.byDigits(digits, page));
    else
        m_window->setEntries(m_phonebook.byName(typed, page));
}

bool PhonebookDesk::mayChange(const RecordId& record) const
{
    const auto present = m_phonebook.find(record);
    return present && !present->isReadOnly;
}

void PhonebookDesk::keep(const PhonebookEntry& entry)
{
    // It may have become Salesforce's again while it was being edited.
    auto edited = entry;
    edited.isEdited = true;
    const auto kept = mayChange(entry.match.record)
        ? m_phonebook.put({edited})
        : Result<Done>(Error{Error::Kind::Forbidden, QStringLiteral("read-only")});
    if (kept)
        return;
    refresh();
    Q_EMIT failed(kept.error());
}

void PhonebookDesk::remove(const RecordId& record)
{
    const auto removed = mayChange(record)
        ? m_phonebook.remove(record)
        : Result<Done>(Error{Error::Kind::Forbidden, QStringLiteral("read-only")});
    if (removed)
        return;
    refresh();
    Q_EMIT failed(removed.error());
}

} // namespace companion
