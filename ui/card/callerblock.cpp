// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/card/callerblock.h"

#include "ui/card/cardpaint.h"
#include "ui/elidedlabel.h"
#include "ui/text/calltext.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    ElidedLabel* addLine(QVBoxLayout* layout, TextRole role, const QString& name)
    {
        auto* label = new ElidedLabel;
        label->setObjectName(name);
        setTextRole(label, role);
        layout->addWidget(label);
        return label;
    }

} // namespace

Avatar::Avatar(QWidget* parent) : QWidget(parent)
{
    setFixedSize(spacing(12), spacing(12));
}

void Avatar::setCaller(const QString& letters, const QString& iconName, const QString& object)
{
    m_letters = letters;
    m_iconName = iconName;
    m_object = object;
    update();
}

void Avatar::paintEvent(QPaintEvent*)
{
    const QColor colour = cardpaint::kindColour(m_object);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_object.isEmpty() ? colours().sunken : cardpaint::tint(colour));
    painter.drawEllipse(QRectF(rect()));
    if (m_letters.isEmpty()) {
        const int side = width() / 2;
        const QRect box(width() / 2 - side / 2, height() / 2 - side / 2, side, side);
        icon(m_iconName, IconTint::Muted).paint(&painter, box);
        return;
    }
    painter.setPen(colour);
    painter.setFont(textFont(TextRole::Title));
    painter.drawText(rect(), Qt::AlignCenter, m_letters);
}

CallerBlock::CallerBlock(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing(3));
    m_avatar = new Avatar;
    row->addWidget(m_avatar);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->addStretch();
    m_name = addLine(lines, TextRole::Headline, u"name"_s);
    m_number = addLine(lines, TextRole::Body, u"number"_s);
    m_number->setForegroundRole(QPalette::PlaceholderText);
    lines->addStretch();
    row->addLayout(lines, 1);
    setMinimumHeight(
        qMax(m_avatar->height(), m_name->sizeHint().height() + m_number->sizeHint().height()));
}

void CallerBlock::setCard(const CallCard& card)
{
    const QString name = text::remoteParty(card);
    const QString number = text::plain(card.number, 60);
    const auto* match = card.chosenMatch();
    const bool hasName = !card.call.isWithheld && name != number && !number.isEmpty();
    m_name->setText(name);
    m_number->setText(hasName ? number : QString());
    m_number->setVisible(hasName);
    const bool isColleague = card.call.direction == CallDirection::Internal;
    const QString figure = card.call.isWithheld ? u"withheld"_s
        : isColleague                           ? u"people"_s
                                                : u"person"_s;
    m_avatar->setCaller(card.call.isWithheld ? QString() : cardpaint::initials(name), figure,
                        match ? match->record.object : QString());
}

} // namespace companion
