// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/calllist.h"

#include "ui/history/emptyhint.h"
#include "ui/history/historydelegate.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QHeaderView>
#include <QScrollBar>

namespace companion {

using namespace Qt::StringLiterals;

CallList::CallList(HistoryModel& model, QWidget* parent)
    : QTableView(parent), m_model(model), m_hint(new EmptyHint(viewport()))
{
    setObjectName(u"calls"_s);
    setAccessibleName(tr("Calls"));
    setModel(&model);
    setItemDelegate(new HistoryDelegate(model, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalScrollBar()->setSingleStep(HistoryDelegate::rowHeight() / 2);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(HistoryDelegate::rowHeight());
    auto* header = horizontalHeader();
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(HistoryModel::Who, QHeaderView::Stretch);
    header->setMinimumHeight(spacing(8));
    header->setMinimumSectionSize(HistoryDelegate::markWidth());
    for (int each = HistoryModel::Result; each < HistoryModel::columns; ++each)
        header->resizeSection(each, HistoryDelegate::columnWidth(each));
}

const HistoryRow* CallList::current() const
{
    const auto index = currentIndex();
    return index.isValid() && index.row() < m_model.rowCount() ? &m_model.at(index.row()) : nullptr;
}

void CallList::showHint(const HistoryQuery& asked)
{
    if (m_model.rowCount() > 0)
        return m_hint->hide();
    if (!asked.text.isEmpty())
        m_hint->tell(u"search"_s, tr("No call fits “%1”.").arg(text::isolated(asked.text, 60)),
                     tr("Names, numbers and notes are searched."));
    else if (asked.missedOnly)
        m_hint->tell(u"check"_s, tr("No missed calls."));
    else if (asked.pendingOnly)
        m_hint->tell(u"check"_s, tr("Everything is logged."),
                     tr("Calls that still wait to be logged in Salesforce appear here."));
    else
        m_hint->tell(u"history"_s, tr("No calls yet."),
                     tr("The calls of your extension appear here."));
}

//! Where there is no room for all, the log's words go before a name is cut short; its mark stays.
void CallList::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    int needed = spacing(45);
    for (int each = HistoryModel::Result; each < HistoryModel::columns; ++each)
        needed += HistoryDelegate::columnWidth(each);
    const bool isShort = viewport()->width() < needed;
    m_model.setLogColumn(isShort ? HistoryModel::LogColumn::Mark : HistoryModel::LogColumn::Words);
    horizontalHeader()->resizeSection(HistoryModel::Log,
                                      isShort ? HistoryDelegate::markWidth()
                                              : HistoryDelegate::columnWidth(HistoryModel::Log));
}

} // namespace companion
