// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/phonebookwindow.h"

#include "ui/history/emptyhint.h"
#include "ui/history/persondetails.h"
#include "ui/history/searchfield.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>

#include <chrono>

namespace companion {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr auto pauseInTyping = 100ms;

} // namespace

PhonebookWindow::PhonebookWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_model(new PhonebookModel(this))
    , m_search(new SearchField(pauseInTyping, this))
    , m_splitter(new QSplitter(this))
    , m_list(new QListView(m_splitter))
    , m_details(new PersonDetails)
    , m_detailsArea(new QScrollArea(m_splitter))
    , m_hint(new EmptyHint(m_list->viewport()))
{
    setWindowTitle(tr("Phonebook"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(spacing(4), spacing(3), spacing(4), spacing(3));
    m_search->setObjectName(u"search"_s);
    m_search->setPlaceholderText(tr("Name or number"));
    m_search->setAccessibleName(tr("Search the phonebook by name or number"));
    m_search->installEventFilter(this);
    bar->addWidget(m_search);
    column->addLayout(bar);
    buildList();
    column->addWidget(m_splitter, 1);
    connect(m_search, &SearchField::searchRequested, this, &PhonebookWindow::searchRequested);
    connect(m_model, &PhonebookModel::moreRequested, this, [this](int offset) {
        if (m_search->wanted().isEmpty())
            Q_EMIT moreRequested(offset);
    });
    connect(m_details, &PersonDetails::callRequested, this, &PhonebookWindow::callRequested);
    connect(m_details, &PersonDetails::openRecordRequested, this,
            &PhonebookWindow::openRecordRequested);
    connect(m_details, &PersonDetails::entryEdited, this, [this](const PhonebookEntry& entry) {
        m_model->replace(entry);
        m_details->setEntry(entry, m_model->look());
        Q_EMIT entryEdited(entry);
    });
    connect(m_details, &PersonDetails::removeRequested, this, [this](const RecordId& record) {
        m_model->remove(record);
        Q_EMIT removeRequested(record);
    });
    setMinimumSize(spacing(100), spacing(85));
    resize(spacing(200), spacing(140));
    refreshHint();
}

void PhonebookWindow::buildList()
{
    m_list->setObjectName(u"people"_s);
    m_list->setAccessibleName(tr("People"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PhonebookDelegate(*m_model, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_detailsArea->setFrameShape(QFrame::NoFrame);
    m_detailsArea->setWidgetResizable(true);
    m_detailsArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_detailsArea->setFocusPolicy(Qt::NoFocus);
    m_detailsArea->setWidget(m_details);
    m_details->setBackgroundRole(QPalette::Window);
    m_detailsArea->viewport()->setBackgroundRole(QPalette::Window);
    m_detailsArea->hide();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({spacing(115), spacing(85)});
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PhonebookWindow::showCurrent);
    connect(m_list, &QListView::activated, this, &PhonebookWindow::call);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &PhonebookWindow::refreshHint);
    connect(m_model, &QAbstractItemModel::modelReset, this, &PhonebookWindow::refreshHint);
}

void PhonebookWindow::setEntries(const QList<PhonebookEntry>& entries)
{
    const auto kept = current() ? current()->match.record : RecordId();
    m_model->set(entries);
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->at(row).match.record == kept)
            m_list->setCurrentIndex(m_model->index(row));
    showCurrent();
}

void PhonebookWindow::addEntries(const QList<PhonebookEntry>& entries)
{
    m_model->add(entries);
}

void PhonebookWindow::setLook(const Settings& settings)
{
    m_model->setLook(text::numberLook(settings));
    showCurrent();
}

const PhonebookEntry* PhonebookWindow::current() const
{
    const auto index = m_list->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? &m_model->at(index.row())
                                                                : nullptr;
}

void PhonebookWindow::showCurrent()
{
    const auto* entry = current();
    m_detailsArea->setVisible(entry != nullptr);
    if (!entry)
        return;
    m_details->setEntry(*entry, m_model->look());
    m_detailsArea->setMinimumWidth(qMax(spacing(65), m_details->minimumSizeHint().width())
                                   + m_detailsArea->verticalScrollBar()->sizeHint().width());
}

void PhonebookWindow::call()
{
    if (!current())
        return;
    const QString number = numbersOf(current()->match).value(0);
    if (!number.isEmpty())
        Q_EMIT callRequested(number);
}

void PhonebookWindow::refreshHint()
{
    if (m_model->rowCount() > 0)
        return m_hint->hide();
    showCurrent();
    const QString typed = m_search->wanted();
    if (typed.isEmpty())
        m_hint->tell(u"phonebook"_s, tr("Nobody is in the phonebook yet."),
                     tr("Switch on contact synchronization in the settings, and the contacts of "
                        "your calls are kept here."));
    else
        m_hint->tell(u"search"_s,
                     tr("Nobody called “%1” is in the phonebook.").arg(text::isolated(typed, 60)));
}

bool PhonebookWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        // The list moves while one types on.
        QCoreApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!current() && m_model->rowCount() > 0)
            m_list->setCurrentIndex(m_model->index(0));
        call();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void PhonebookWindow::keyPressEvent(QKeyEvent* event)
{
    if (!m_search->takeKey(*event))
        QWidget::keyPressEvent(event);
}

void PhonebookWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_splitter->setOrientation(width() < spacing(150) ? Qt::Vertical : Qt::Horizontal);
}

void PhonebookWindow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        m_search->setFocus();
}

} // namespace companion
