// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/searchfield.h"

#include "ui/theme.h"

#include <QKeyEvent>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int longestSearch = 200;

} // namespace

SearchField::SearchField(std::chrono::milliseconds pause, QWidget* parent) : QLineEdit(parent)
{
    setMaxLength(longestSearch);
    setClearButtonEnabled(true);
    addAction(icon(u"search"_s, IconTint::Muted), LeadingPosition);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(this, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] { Q_EMIT searchRequested(wanted()); });
}

bool SearchField::takeKey(const QKeyEvent& event)
{
    if (event.matches(QKeySequence::Find)) {
        setFocus(Qt::ShortcutFocusReason);
        selectAll();
        return true;
    }
    if (!event.matches(QKeySequence::Cancel))
        return false;
    if (text().isEmpty())
        window()->hide();
    else
        clear();
    return true;
}

} // namespace companion
