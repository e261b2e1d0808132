// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/notice.h"

#include "ui/dialogs/iconmark.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    struct ToneLook
    {
        QString iconName;
        IconTint tint;
        QColor fill;
        QColor mark;
    };

    ToneLook lookOf(Notice::Tone tone)
    {
        const auto& c = colours();
        switch (tone) {
        case Notice::Tone::Good:
            return {u"check"_s, IconTint::Success, c.successTint, c.success};
        case Notice::Tone::Warning:
            return {u"warning"_s, IconTint::Warning, c.warningTint, c.warning};
        case Notice::Tone::Problem:
            return {u"error"_s, IconTint::Danger, c.dangerTint, c.danger};
        case Notice::Tone::Plain:
            break;
        }
        return {u"info"_s, IconTint::Muted, c.sunken, c.border};
    }

    QLabel* makeLine(const QString& name, QWidget* parent)
    {
        auto* line = new QLabel(parent);
        line->setObjectName(name);
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        line->setFocusPolicy(Qt::NoFocus);
        return line;
    }

} // namespace

Notice::Notice(QWidget* parent)
    : QFrame(parent)
    , m_icon(new IconMark(u"info"_s, IconTint::Muted, this))
    , m_sentence(makeLine(u"noticeText"_s, this))
    , m_more(makeLine(u"noticeMore"_s, this))
    , m_column(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing(3), spacing(2) + 2, spacing(3), spacing(2) + 2);
    row->setSpacing(spacing(2));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto* column = static_cast<QVBoxLayout*>(m_column);
    column->setSpacing(spacing(1));
    column->addWidget(m_sentence);
    column->addWidget(m_more);
    m_buttons->setSpacing(spacing(2));
    // An empty row of buttons would allow the column no width at all.
    m_buttons->addStretch();
    column->addLayout(m_buttons);
    row->addLayout(column, 1);
    m_more->setForegroundRole(QPalette::PlaceholderText);
    hide();
}

void Notice::tell(Tone tone, const QString& sentence, const QString& more)
{
    m_tone = tone;
    const auto look = lookOf(tone);
    m_icon->setIcon(look.iconName, look.tint);
    m_sentence->setText(text::plainLines(sentence, 1000));
    m_more->setText(text::plainLines(more, 1000));
    m_more->setVisible(!m_more->text().isEmpty());
    setAccessibleName(m_sentence->text());
    setAccessibleDescription(m_more->text());
    show();
    update();
    if (tone != Tone::Plain) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void Notice::clear()
{
    m_sentence->clear();
    m_more->clear();
    hide();
}

QString Notice::text() const
{
    return m_sentence->text();
}

QPushButton* Notice::addButton(const QString& label)
{
    auto* button = new QPushButton(label, this);
    button->setAutoDefault(false);
    m_buttons->setContentsMargins(0, spacing(1), 0, 0);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void Notice::addContent(QWidget* content)
{
    auto* column = static_cast<QVBoxLayout*>(m_column);
    column->insertWidget(column->count() - 1, content);
}

void Notice::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const auto look = lookOf(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor outline = look.mark;
    outline.setAlphaF(m_tone == Tone::Plain ? 1.0F : 0.45F);
    painter.setPen(outline);
    painter.setBrush(look.fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace companion
