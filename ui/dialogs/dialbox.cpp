// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/dialbox.h"

#include "app/core/teluri.h"
#include "ui/bringup.h"
#include "ui/dialogs/dialsuggestions.h"
#include "ui/dialogs/notice.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int rowsShown = 6;
    constexpr int longestInput = 256;
    constexpr int fewestDigits = 5; // behind words: "Room 12" is a name

    //! What was pasted, without the words that stand around a number in mails and signatures:
    //! “Tel.: +1 415 555-1212 (mobile)”. Vanity numbers stay as they are.
    QString withoutWords(const QString& text)
    {
        static const QRegularExpression before(u"^\\p{L}[\\p{L}.\\s/-]*:?\\s*(?=[+＋(\\d])"_s);
        static const QRegularExpression behind(u"\\(\\s*\\p{L}[\\p{L}\\s.]*\\)"_s);
        QString rest = text.simplified();
        if (isDialUri(rest))
            return rest;
        rest.remove(behind);
        QString bare = rest;
        bare.remove(before);
        const auto digits =
            std::count_if(bare.cbegin(), bare.cend(), [](QChar c) { return c.isDigit(); });
        return (digits >= fewestDigits ? bare : rest).trimmed();
    }

    bool isNumber(const QString& text)
    {
        return readDialRequest(withoutWords(text)).has_value();
    }

} // namespace

DialBox::DialBox(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_edit(new QLineEdit(this))
    , m_model(new DialSuggestionModel(this))
    , m_list(new QListView(this))
    , m_notice(new Notice(this))
    , m_call(new QPushButton(icon(u"phone"_s, IconTint::OnAccent), tr("&Call"), this))
{
    setWindowTitle(tr("Dial"));
    setWindowFlag(Qt::WindowMaximizeButtonHint, false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(3));
    column->setSpacing(spacing(3));
    m_edit->setObjectName(u"number"_s);
    m_edit->setPlaceholderText(tr("Name or number"));
    m_edit->setAccessibleName(tr("Name or number to call"));
    m_edit->setMaxLength(longestInput);
    m_edit->setClearButtonEnabled(true);
    m_edit->addAction(icon(u"search"_s, IconTint::Muted), QLineEdit::LeadingPosition);
    QFont large = textFont(TextRole::Title);
    large.setWeight(QFont::Normal);
    m_edit->setFont(large);
    m_edit->installEventFilter(this);
    m_call->setObjectName(u"call"_s);
    m_call->setMinimumHeight(m_edit->sizeHint().height());
    setButtonKind(m_call, ButtonKind::Primary);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(2));
    row->addWidget(m_edit, 1);
    row->addWidget(m_call);
    column->addLayout(row);
    m_notice->setObjectName(u"problem"_s);
    column->addWidget(m_notice);
    m_list->setObjectName(u"suggestions"_s);
    m_list->setAccessibleName(tr("Suggestions"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new DialSuggestionDelegate(*m_model, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    column->addWidget(m_list, 1);
    auto* hint = new QLabel(tr("Enter calls · ↑ and ↓ choose · Esc closes"), this);
    setTextRole(hint, TextRole::Caption);
    m_hint = hint;
    column->addWidget(hint);
    setMinimumWidth(spacing(110));
    connect(m_edit, &QLineEdit::textChanged, this, &DialBox::onEdited);
    connect(m_call, &QPushButton::clicked, this, &DialBox::dial);
    connect(m_list, &QListView::clicked, this, &DialBox::dial);
    updateList();
}

QString DialBox::typed() const
{
    return m_edit->text();
}

void DialBox::startWith(const QString& text)
{
    m_edit->setText(text);
    m_edit->selectAll();
    onEdited();
}

void DialBox::setSuggestions(const QString& forText, const QList<DialSuggestion>& suggestions)
{
    if (forText != typed())
        return; // an answer to an older question
    if (forText.trimmed().isEmpty())
        return showRecent();
    const auto index = m_list->currentIndex();
    const auto chosen =
        m_hasMoved && index.isValid() ? std::optional(m_model->at(index.row())) : std::nullopt;
    m_model->set(forText, suggestions);
    // A name calls its best match; a number is called as typed unless one moves down. More may be
    // found meanwhile: what was chosen stays chosen.
    const int kept = chosen ? m_model->rowOf(*chosen) : -1;
    const int usual = isNumber(forText) || suggestions.isEmpty() ? -1 : 0;
    select(kept >= 0 ? kept : usual);
    updateList();
}

void DialBox::setLastNumber(const QString& number, const QString& shown)
{
    m_lastNumber = number;
    m_lastShown = shown;
    if (typed().trimmed().isEmpty())
        showRecent();
}

void DialBox::setRecent(const QList<DialSuggestion>& recent)
{
    m_recent = recent;
    if (typed().trimmed().isEmpty())
        showRecent();
}

void DialBox::showRecent()
{
    QList<DialSuggestion> offered = m_recent;
    // First stands whom Redial calls, whoever has called since.
    const auto last = std::find_if(offered.begin(), offered.end(),
                                   [this](const auto& one) { return one.number == m_lastNumber; });
    if (last != offered.end())
        std::rotate(offered.begin(), last, last + 1);
    else if (!m_lastNumber.isEmpty())
        offered.prepend({.name = {},
                         .number = m_lastNumber,
                         .shown = m_lastShown,
                         .detail = tr("Called last"),
                         .kind = u"History"_s});
    m_model->set({}, offered);
    select(offered.isEmpty() ? -1 : 0);
    updateList();
}

void DialBox::showError(const QString& sentence)
{
    m_notice->tell(Notice::Tone::Problem, sentence);
    updateList();
}

void DialBox::onEdited()
{
    m_hasMoved = false;
    m_notice->clear();
    if (typed().trimmed().isEmpty()) {
        showRecent();
    } else {
        // What was offered for the older text goes at once: Enter must never call a stranger.
        m_model->set(typed(), {});
        updateList();
    }
    Q_EMIT textChanged(typed());
}

void DialBox::select(int row)
{
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    if (row < 0)
        m_list->clearSelection();
    updateButton();
}

void DialBox::move(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int now = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    const int least = isNumber(typed()) ? -1 : 0; // -1: the number as typed
    m_hasMoved = true;
    select(std::clamp(now + rows, least, count - 1));
}

void DialBox::dial()
{
    const auto current = m_list->currentIndex();
    QString number;
    if (current.isValid())
        number = m_model->at(current.row()).number;
    else if (typed().trimmed().isEmpty())
        number = m_lastNumber;
    else if (isNumber(typed()))
        number = withoutWords(typed());
    if (number.isEmpty()) {
        if (!typed().trimmed().isEmpty())
            showError(tr("Nobody called “%1” was found. Type a number instead.")
                          .arg(text::isolated(typed(), 60)));
        m_edit->setFocus();
        return;
    }
    hide();
    m_edit->clear();
    Q_EMIT dialRequested(number);
}

void DialBox::updateList()
{
    const int count = std::min(m_model->rowCount(), rowsShown);
    const int rowHeight = m_list->sizeHintForRow(0);
    m_list->setVisible(count > 0);
    m_list->setMinimumHeight(count > 0 ? count * rowHeight + 2 : 0);
    updateButton();
    if (layout())
        layout()->activate();
    resizePlaced(this, {width(), qMax(minimumSizeHint().height(), 0)});
}

void DialBox::updateButton()
{
    const bool isRedial = typed().trimmed().isEmpty() && !m_lastNumber.isEmpty();
    m_call->setText(isRedial ? tr("Re&dial") : tr("&Call"));
    m_call->setEnabled(isRedial || !typed().trimmed().isEmpty() || m_model->rowCount() > 0);
}

bool DialBox::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(rowsShown);
        return true;
    case Qt::Key_PageUp:
        move(-rowsShown);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        dial();
        return true;
    case Qt::Key_Escape:
        if (typed().isEmpty())
            hide();
        else
            m_edit->clear();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void DialBox::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_notice->clear();
    m_edit->setFocus();
    m_edit->selectAll();
}

} // namespace companion
