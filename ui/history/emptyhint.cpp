// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/emptyhint.h"

#include "ui/dialogs/iconmark.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>

namespace companion {

using namespace Qt::StringLiterals;

EmptyHint::EmptyHint(QWidget* list)
    : QWidget(list)
    , m_mark(new IconMark(u"history"_s, IconTint::Muted, this))
    , m_sentence(new QLabel(this))
    , m_more(new QLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setSpacing(spacing(2));
    column->addStretch(2);
    m_mark->setTextRole(TextRole::Headline);
    column->addWidget(m_mark, 0, Qt::AlignHCenter);
    setTextRole(m_sentence, TextRole::Strong);
    for (auto* label : {m_sentence, m_more}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setMaximumWidth(spacing(100));
        auto* row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(label, 100);
        row->addStretch(1);
        column->addLayout(row);
    }
    m_more->setForegroundRole(QPalette::PlaceholderText);
    column->addStretch(3);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    list->installEventFilter(this);
    hide();
}

void EmptyHint::tell(const QString& iconName, const QString& sentence, const QString& more)
{
    m_mark->setIcon(iconName, IconTint::Muted);
    m_sentence->setText(sentence);
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    setGeometry(parentWidget()->rect());
    show();
}

QString EmptyHint::text() const
{
    return isHidden() ? QString() : m_sentence->text();
}

bool EmptyHint::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace companion
