// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/card/transferpanel.h"

#include "app/core/folded.h"
#include "ui/text/calltext.h"
#include "ui/text/colleaguetext.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int rowsInView = 4;
    constexpr int mostRows = 100;

    //! The line's state by colour and shape: full, with a bar, or hollow.
    QIcon lineIcon(Colleague::Line line, qreal ratio)
    {
        const int side = iconSize();
        QPixmap image(qRound(side * ratio), qRound(side * ratio));
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF middle(side / 2.0, side / 2.0);
        const qreal radius = side * 0.28;
        const bool isHollow = line == Colleague::Line::Offline || line == Colleague::Line::Unknown;
        const auto& c = colours();
        const QColor colour = line == Colleague::Line::Idle ? c.talking
            : line == Colleague::Line::Busy                 ? c.danger
            : line == Colleague::Line::Ringing              ? c.ringing
                                                            : c.edge;
        painter.setPen(isHollow ? QPen(colour, 1.6) : QPen(Qt::NoPen));
        painter.setBrush(isHollow ? QBrush(Qt::NoBrush) : QBrush(colour));
        painter.drawEllipse(middle, radius, radius);
        if (line == Colleague::Line::Busy) {
            painter.setPen(QPen(c.surface, 1.8, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(middle - QPointF(radius * 0.5, 0), middle + QPointF(radius * 0.5, 0));
        }
        return image;
    }

    bool hasLetters(const QString& text)
    {
        return std::any_of(text.cbegin(), text.cend(),
                           [](QChar letter) { return letter.isLetter(); });
    }

    QPushButton* panelButton(CallAction action, ButtonKind kind)
    {
        auto* button = new QPushButton(text::actionName(action));
        button->setFocusPolicy(Qt::TabFocus);
        setButtonKind(button, kind);
        return button;
    }

} // namespace

TransferPanel::TransferPanel(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(2));
    m_field = new QLineEdit;
    m_field->setObjectName(u"transferTarget"_s);
    m_field->setAccessibleName(tr("Colleague or number"));
    m_field->setPlaceholderText(tr("Colleague or number"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(120);
    m_field->installEventFilter(this);
    layout->addWidget(m_field);
    m_list = new QListWidget;
    m_list->setObjectName(u"colleagues"_s);
    m_list->setAccessibleName(tr("Colleagues"));
    m_list->setFocusPolicy(Qt::TabFocus);
    m_list->installEventFilter(this);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setFixedHeight(rowsInView * spacing(7) + spacing(2));
    layout->addWidget(m_list);
    m_nobody = new QLabel;
    m_nobody->setObjectName(u"nobody"_s);
    m_nobody->setAlignment(Qt::AlignCenter);
    m_nobody->setForegroundRole(QPalette::PlaceholderText);
    m_nobody->setWordWrap(true);
    auto* inside = new QVBoxLayout(m_list->viewport());
    inside->setContentsMargins(spacing(2), spacing(2), spacing(2), spacing(2));
    inside->addWidget(m_nobody);

    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(2));
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setFocusPolicy(Qt::TabFocus);
    setButtonKind(cancel, ButtonKind::Quiet);
    m_attended = panelButton(CallAction::AttendedTransfer, ButtonKind::Ordinary);
    m_blind = panelButton(CallAction::BlindTransfer, ButtonKind::Primary);
    m_add = panelButton(CallAction::AddParticipant, ButtonKind::Primary);
    m_attended->setToolTip(tr("Speak with them first, then hand the call over"));
    row->addWidget(cancel);
    row->addStretch();
    for (auto* button : {m_attended, m_blind, m_add})
        row->addWidget(button);
    layout->addLayout(row);

    connect(m_field, &QLineEdit::textEdited, this, [this] { filter(); });
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { refreshButtons(); });
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] { choose(mainAction()); });
    connect(cancel, &QPushButton::clicked, this, &TransferPanel::cancelled);
    connect(m_blind, &QPushButton::clicked, this, [this] { choose(CallAction::BlindTransfer); });
    connect(m_attended, &QPushButton::clicked, this,
            [this] { choose(CallAction::AttendedTransfer); });
    connect(m_add, &QPushButton::clicked, this, [this] { choose(CallAction::AddParticipant); });
}

void TransferPanel::setColleagues(const QList<Colleague>& colleagues)
{
    if (m_colleagues == colleagues)
        return;
    m_colleagues = colleagues;
    if (isVisible())
        filter();
}

void TransferPanel::setActions(const QSet<CallAction>& actions)
{
    m_actions = actions;
    refreshButtons();
}

void TransferPanel::open(Purpose purpose)
{
    m_purpose = purpose;
    m_field->clear();
    filter();
}

void TransferPanel::filter()
{
    const QString typed = m_field->text().trimmed();
    const QString kept =
        m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toString() : QString();
    m_list->clear();
    const QString wanted = folded(typed);
    for (const auto& colleague : std::as_const(m_colleagues)) {
        if (!folded(colleague.name).contains(wanted) && !colleague.number.contains(typed))
            continue;
        if (m_list->count() >= mostRows)
            break;
        QStringList parts{text::plain(colleague.name, 80), text::plain(colleague.number, 30),
                          text::colleagueState(colleague)};
        parts.removeAll(QString());
        auto* item = new QListWidgetItem(lineIcon(colleague.line, devicePixelRatioF()),
                                         parts.join(u" · "_s), m_list);
        item->setData(Qt::UserRole, colleague.number);
        item->setSizeHint(QSize(0, spacing(7)));
        if (colleague.number == kept)
            m_list->setCurrentItem(item);
    }
    // A number is meant as typed, although a colleague's may begin like it.
    if (!m_list->currentItem() && hasLetters(typed) && m_list->count() > 0)
        m_list->setCurrentRow(0);
    m_list->setVisible(!m_colleagues.isEmpty());
    m_nobody->setVisible(m_list->count() == 0);
    m_nobody->setText(hasLetters(typed)
                          ? tr("No colleague is called that. Type a number instead.")
                          : tr("No colleague has this number. It is dialled as you type it."));
    refreshButtons();
}

//! What was typed when it is a number, else the colleague that is marked.
QString TransferPanel::target() const
{
    const QString typed = m_field->text().trimmed();
    if (const auto* item = m_list->currentItem())
        return item->data(Qt::UserRole).toString();
    return hasLetters(typed) ? QString() : typed;
}

CallAction TransferPanel::mainAction() const
{
    if (m_purpose == Purpose::AddParticipant)
        return CallAction::AddParticipant;
    return m_actions.contains(CallAction::BlindTransfer) ? CallAction::BlindTransfer
                                                         : CallAction::AttendedTransfer;
}

void TransferPanel::refreshButtons()
{
    const bool isTransfer = m_purpose == Purpose::Transfer;
    m_blind->setVisible(isTransfer && m_actions.contains(CallAction::BlindTransfer));
    m_attended->setVisible(isTransfer && m_actions.contains(CallAction::AttendedTransfer));
    m_add->setVisible(!isTransfer && m_actions.contains(CallAction::AddParticipant));
    const bool hasTarget = !target().isEmpty();
    for (auto* button : {m_blind, m_attended, m_add})
        button->setEnabled(hasTarget);
}

void TransferPanel::choose(CallAction action)
{
    const QString number = target();
    if (!number.isEmpty() && m_actions.contains(action))
        Q_EMIT chosen(action, number);
}

bool TransferPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* pressed = static_cast<QKeyEvent*>(event);
    const auto key = pressed->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (!pressed->isAutoRepeat())
            choose(mainAction());
        return true; // it ends here: the focus may be on another button by now
    }
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (watched == m_field && step != 0 && m_list->count() > 0) {
        m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, m_list->count() - 1));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace companion
